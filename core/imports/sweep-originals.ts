import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Import } from "./import.js";
import { importModel } from "./import-model.js";
import { leaseFrom, newOwner } from "./lease.js";
import { dropFile, dropUnfinished, type KeptFile, keptFilesOf } from "./originals.js";
import { keptSince } from "./undo-days.js";

/** An upload is accepted as soon as it is through: what nothing points to after so long never will be; milliseconds. */
const ORPHAN_MS = 86_400_000;

/**
 * Drops kept files that nothing will ask for: of uploads that were cut off before they were accepted, of imports that
 * are folded, and of imports that failed so long ago that they could not be undone if they had not. A failed import can
 * still be undone, and taken up again with the file at hand. Safe to repeat and to be cut off.
 *
 * @returns how many files were dropped
 */
export async function sweepOriginals(db: Connection, now: Date): Promise<number> {
  const before = new Date(now.getTime() - ORPHAN_MS);
  const failedBefore = await keptSince(db, now);
  const imports = collectionOf(importModel(db));
  let dropped = await dropUnfinished(db, before);
  for await (const { importId, kept } of keptFilesOf(db, { before })) {
    const record = await imports.findOne({ _id: importId });
    const isHeld = record?.status === "failed" && record.foldedAt === undefined;
    if (isHeld) dropped += Number(await dropOfFailed(db, record, { kept, failedBefore, now }));
    else if (record === null || record.foldedAt !== undefined) {
      await dropFile(db, importId, kept);
      dropped += 1;
    }
  }
  return dropped;
}

/** Under a lease: whoever takes the import up again comes before, and reads its original, or after, and keeps a new one. */
async function dropOfFailed(
  db: Connection,
  { _id, acceptedAt }: Import,
  { kept, failedBefore, now }: { kept: KeptFile; failedBefore: Date; now: Date },
): Promise<boolean> {
  if (acceptedAt === undefined || acceptedAt >= failedBefore) return false;
  const imports = collectionOf(importModel(db));
  const owner = newOwner();
  const { matchedCount } = await imports.updateOne(
    { _id, status: "failed", $or: [{ lease: { $exists: false } }, { "lease.until": { $lte: now } }] },
    { $set: { lease: leaseFrom(owner, now) } },
  );
  if (matchedCount === 0) return false;
  await dropFile(db, _id, kept);
  await imports.updateOne({ _id, "lease.owner": owner }, { $unset: { lease: "" } });
  return true;
}
