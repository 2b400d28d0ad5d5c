import { beforeAll, expect, it } from "vitest";
import { type ImportReport, importFiles, previewImport } from "../../../core/imports/index.js";
import { CHUNK } from "../../../core/imports/plan/planned-chunk.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { inBatchesOf } from "../../support/in-batches.js";
import { csvOf, type MadeRow } from "../../support/make.js";
import { byTester, importRows, inspectText, makeBrands, NOW } from "../../support/make-imports.js";

const db = testDatabase();

beforeAll(async () => {
  await makeBrands(db);
});

const sampleOf = (at: number, quantity = "1"): MadeRow<"samples"> => ({
  orderId: String(576_000_000_000_000_000n + BigInt(at)),
  skuId: "1729000000000000001",
  handle: `creator${at % 50}`,
  recipient: `Mia Number${String.fromCharCode(97 + (at % 26))}`,
  quantity,
});
const samples = (from: number, to: number, quantity?: string) =>
  Array.from({ length: to - from }, (_, at) => sampleOf(from + at, quantity));

it("a file of several chunks is counted as if it were one, before and after", async () => {
  const { rosy, glow } = await makeBrands(db);
  await importRows(db, "samples", samples(0, 30), { brand: rosy });
  // The first rows come again behind the end of the first chunk: some say something else by then.
  const rows = [...samples(0, CHUNK + 2_000), ...samples(0, 60, "2")];
  const whole = await inspectText(db, "samples", csvOf("samples", rows), { brand: glow });
  if ("known" in whole) throw new Error("a new file is not known");
  const file = { ...whole, table: inBatchesOf(1_000, whole.table) };

  const { report: foretold } = await previewImport(db, file, { actor: OWNER, now: NOW });
  const [outcome] = await importFiles(db, [file], byTester);
  const report = outcome && "record" in outcome ? (outcome.record.report as ImportReport) : undefined;

  expect(report).toMatchObject({
    rows: CHUNK + 2_060,
    repeated: 60,
    creators: { new: 20, known: 30 },
    samples: { new: CHUNK + 2_000 - 30 },
    outranked: [{ brand: "Rosy", samples: 30 }],
  });
  expect({ ...foretold, seconds: 0 }).toEqual({ ...report, seconds: 0 });
}, 60_000);
