import { Readable } from "node:stream";
import { beforeEach, expect, it } from "vitest";
import { type InspectedFile, importFiles, importModel } from "../../../core/imports/index.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { testDatabase } from "../../support/database.js";
import { csvOf, textFile } from "../../support/make.js";
import {
  byTester,
  emptyDatabase,
  importRows,
  importText,
  inspectText,
  makeBrands,
  NOW,
} from "../../support/make-imports.js";
import { stateOf } from "../../support/state.js";

const db = testDatabase();
beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
});

const text = csvOf("samples", [
  { orderId: "576000000000000001", skuId: "1", handle: "mia", recipient: "Mia Glow", quantity: "1" },
  { orderId: "576000000000000002", skuId: "1", handle: "ida", recipient: "Ida Glow", quantity: "1" },
]);

const inspected = async (): Promise<InspectedFile> => {
  const file = await inspectText(db, "samples", text);
  if ("known" in file) throw new Error("the file was taken in before");
  return file;
};

it.each(["reading", "writing", "settling"])("an import that breaks off while %s leaves nothing", async (phase) => {
  await importRows(db, "euka", [{ handle: "mia", email: "mia@example.com", gmv: 5 }]);
  const before = await stateOf(db);

  const breaking = importFiles(db, [await inspected()], {
    ...byTester,
    progress(_importId, progress) {
      if (progress.phase === phase) throw new Error(`broken while ${phase}`);
    },
  });
  await expect(breaking).rejects.toThrow(`broken while ${phase}`);
  const failed = await collectionOf(importModel(db)).findOne({ _id: "2" });
  expect(failed).toMatchObject({ status: "failed", error: "Roster could not finish this import." });
  expect(failed).not.toHaveProperty("lease");
  expect(await stateOf(db)).toEqual(before);

  // The same file again goes through.
  expect(await importText(db, "samples", text)).toMatchObject({ record: { _id: "2", status: "done" } });
  expect(Object.keys((await stateOf(db)).samples)).toHaveLength(2);
});

it("an import that another process has taken over is not failed, and what ran with it can be taken up", async () => {
  const other = csvOf("euka", [{ handle: "ida", email: "ida@example.com" }]);
  const second = await inspectText(db, "euka", other);
  const imports = collectionOf(importModel(db));
  let taking: Promise<unknown> | undefined;
  const lease = { owner: "elsewhere:1:x", until: new Date(NOW.getTime() + 60_000) };
  const overtaken = importFiles(db, [await inspected(), second], {
    ...byTester,
    progress(importId, { phase }) {
      if (phase === "reading") taking ??= imports.updateOne({ _id: importId }, { $set: { lease } });
    },
  });
  await expect(overtaken).rejects.toMatchObject({ code: "conflict" });
  await taking;
  const left = await imports.find().sort({ lease: 1 }).toArray();
  expect(left.map(({ status }) => status)).toEqual(["running", "running"]);
  expect(left.map((record) => record.lease?.owner)).toEqual([undefined, "elsewhere:1:x"]);
});

it("a file that changes while its rows are read leaves nothing", async () => {
  let opened = 0;
  const file = { ...textFile(text, "orders.csv") };
  const { open } = file;
  // Kept as it was inspected; another one when its rows have been read.
  file.open = () => {
    opened += 1;
    return opened === 1 ? open() : Readable.from([Buffer.from(`${text}\n`)]);
  };
  const importing = importFiles(db, [{ ...(await inspected()), file }], byTester);
  await expect(importing).rejects.toMatchObject({ code: "conflict" });
  expect(await stateOf(db)).toMatchObject({ creators: {}, samples: {} });
  expect(await collectionOf(importModel(db)).findOne()).toMatchObject({ status: "failed" });
});

it("a file that changed since it was inspected is not taken in, and nothing of it is kept", async () => {
  let content = text;
  const file = { ...textFile(text, "orders.csv"), open: () => Readable.from([Buffer.from(content)]) };
  const before = await inspected();
  content = text.replace("Mia Glow", "Mia Snow");
  await expect(importFiles(db, [{ ...before, file }], byTester)).rejects.toMatchObject({
    code: "conflict",
    say: "orders.csv changed while you were looking. Nothing was taken in: import again to see what is new.",
  });
  expect(await collectionOf(importModel(db)).countDocuments()).toBe(0);
  expect(await db.collection("originals.files").countDocuments()).toBe(0);
});
