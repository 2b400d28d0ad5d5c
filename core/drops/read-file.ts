import type { Connection } from "mongoose";
import { inTheNameOf } from "../access/actor.js";
import type { Brand } from "../brands/brand.js";
import { CrmError } from "../errors/crm-error.js";
import { explainError } from "../errors/explain-error.js";
import { type InspectedFile, inspectFile, type KnownFile } from "../imports/inspect-file.js";
import { savedMappings } from "../imports/mappings/saved-mappings.js";
import { previewImport } from "../imports/preview-import.js";
import { peekTable } from "../imports/read/index.js";
import { guessColumns, recogniseHeaders } from "../imports/recognise/index.js";
import type { Log } from "../log/index.js";
import { lostConnection } from "../mongo/lost-connection.js";
import type { Drop, DroppedColumn, DroppedFile, FileState } from "./drop.js";
import { openBytes } from "./kept-bytes.js";

/** Rejected rows and values that a message shows of a file. */
const MOST_REJECTIONS = 5;

/** Reads a kept file through, as the person wants it read. */
export function inspectDropped(
  db: Connection,
  { drop, file, brand, now }: { drop: Drop; file: DroppedFile; brand: Brand; now: Date },
): Promise<InspectedFile | KnownFile> {
  const { as } = file;
  const choices = { brand, ...(as ? { as } : {}), ...(drop.asOf ? { asOf: drop.asOf } : {}) };
  return inspectFile(db, openBytes(db, drop, file), choices, now);
}

/** Says what a kept file is and what importing it would do. Only a database that is away is thrown. */
export async function readFile(
  db: Connection,
  asked: { drop: Drop; file: DroppedFile; brand: Brand; now: Date; log: Log },
): Promise<{ state: FileState; sha256?: string }> {
  try {
    const inspected = await inspectDropped(db, asked);
    if ("known" in inspected) {
      const { _id, sha256, status } = inspected.known;
      return { state: { is: "known", importId: _id, ...(status === "failed" ? { broken: true } : {}) }, sha256 };
    }
    return { state: await previewOf(db, inspected, asked), sha256: inspected.sha256 };
  } catch (error) {
    if (lostConnection(error) || (error instanceof CrmError && error.code === "unreachable")) throw error;
    if (!(error instanceof CrmError))
      return { state: { is: "refused", say: explainError(error, asked.log, asked.drop.via) } };
    return { state: await whyNot(db, asked, error) };
  }
}

async function previewOf(
  db: Connection,
  inspected: InspectedFile,
  { drop, brand, now }: { drop: Drop; brand: Brand; now: Date },
): Promise<FileState> {
  const { file, table, rows, accepted, mapping } = inspected;
  if (rows === 0) {
    return { is: "refused", say: `${file.name}, line ${table.headerLine}: There is no row below the header.` };
  }
  const { report, rejections } = await previewImport(db, inspected, {
    actor: inTheNameOf({ id: drop.by, via: drop.via }, brand._id),
    now,
  });
  return {
    is: "ready",
    source: table.source,
    ...(mapping ? { mapping: mapping.name } : {}),
    ...{ rows, asOf: accepted.asOf, window: accepted.window, report },
    rejections: rejections.slice(0, MOST_REJECTIONS).map(({ line, what, reason }) => ({ line, what, reason })),
  };
}

/** A table that is only not known can be mapped; one that fits several sources can be chosen; the rest is refused. */
async function whyNot(
  db: Connection,
  { drop, file }: { drop: Drop; file: DroppedFile },
  error: CrmError,
): Promise<FileState> {
  const say = error.sayOn(drop.via);
  if (file.as !== undefined) return { is: "refused", say };
  // Whatever keeps the file from being read has been said already.
  const peek = await peekTable(openBytes(db, drop, file)).catch(() => undefined);
  if (peek === undefined) return { is: "refused", say };
  const recognition = recogniseHeaders(peek.headers, { saved: await savedMappings(db) });
  if (recognition.kind === "several") {
    const { between } = recognition;
    return { is: "several", say: `${file.name} fits ${between.join(" and ")} equally. Which is it?`, between };
  }
  if (recognition.kind !== "unknown") return { is: "refused", say };
  return { is: "unknown", say, columns: columnsOf(peek) };
}

/** Rows below the header from which samples are taken, samples of a column, and letters of one. */
const [MOST_SAMPLES, MOST_LETTERS] = [3, 40];

function columnsOf({ headers, rows }: { headers: string[]; rows: string[][] }): DroppedColumn[] {
  return guessColumns(headers, rows).map(({ header, index, field }) => {
    const values = rows.map((row) => row[index]?.trim() ?? "").filter((value) => value !== "");
    const samples = [...new Set(values)].slice(0, MOST_SAMPLES).map((value) => value.slice(0, MOST_LETTERS));
    return { header, samples, ...(field ? { guess: field } : {}) };
  });
}
