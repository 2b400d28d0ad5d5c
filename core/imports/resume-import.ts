import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Import } from "./import.js";
import { importModel } from "./import-model.js";
import type { FileToImport, KnownFile } from "./inspect-file.js";
import { claimImport, isAbandoned } from "./lease.js";
import { isKept, keepFile, openKept } from "./originals.js";
import { openTable, type Table } from "./read/index.js";
import type { ClaimedImport } from "./run-held.js";

/** A known file is taken up again when its import failed or nobody works on it any more. */
export async function resumeKnown(
  db: Connection,
  known: KnownFile,
  { owner, now }: { owner: string; now: Date },
): Promise<ClaimedImport | KnownFile> {
  const { status } = known.known;
  const isCutOff = status === "failed" || (status === "running" && isAbandoned(known.known, now));
  if (!isCutOff) return known;
  return (await resumeImport(db, known.known, { owner, now, atHand: known.file })) ?? known;
}

/**
 * Takes a cut-off import, to run it again.
 *
 * @param atHand the same file, brought once more: of an import that failed long ago no original is left
 * @returns `undefined` when another process was first, or nothing is left to read it from
 */
export async function resumeImport(
  db: Connection,
  record: Import,
  { owner, now, atHand }: { owner: string; now: Date; atHand?: FileToImport },
): Promise<ClaimedImport | undefined> {
  const claimed = await claimImport(db, record, { owner, status: "running", now });
  if (claimed === undefined) return undefined;
  if (!(await isKept(db, claimed._id, "original"))) {
    if (atHand === undefined) return giveUp(db, claimed, owner);
    await keepFile(db, claimed._id, "original", atHand.open());
  }
  return { record: claimed, open: () => openOriginal(db, claimed), isCutOff: true };
}

/** The table of a kept original, read as it was when it was accepted. */
function openOriginal(db: Connection, { _id, file, source, mapping }: Import): Promise<Table> {
  return openTable({ name: file, open: () => openKept(db, _id, "original") }, mapping ? { mapping } : { as: source });
}

async function giveUp(db: Connection, { _id, file }: Import, owner: string): Promise<undefined> {
  const error = `Its original is no longer kept. Import ${file} again, or undo it.`;
  await collectionOf(importModel(db)).updateOne(
    { _id, "lease.owner": owner },
    { $set: { status: "failed", error }, $unset: { lease: "", progress: "" } },
  );
}
