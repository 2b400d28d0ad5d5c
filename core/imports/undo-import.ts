import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { withdrawImport } from "./apply/withdraw-import.js";
import { countUndo, type UndoReport } from "./count-undo.js";
import type { Import } from "./import.js";
import type { ImportedBy } from "./import-files.js";
import { importModel } from "./import-model.js";
import { claimImport, holdLease, isAbandoned, newOwner } from "./lease.js";
import { noteMentions } from "./mentions.js";
import { undoDays } from "./undo-days.js";

/** Who takes an import back, and when. */
export type Undoing = Pick<ImportedBy, "actor" | "now">;

/** What taking an import back would do; nothing is written. @throws CrmError as `undoImport` */
export async function previewUndo(
  db: Connection,
  id: string,
  { actor, now }: Undoing,
): Promise<{ record: Import; report: UndoReport }> {
  const record = await requireUndoing(db, id, { actor, now });
  return { record, report: await countUndo(db, record) };
}

/**
 * Takes an import back: its sightings and row claims go, and what they touched is computed again. The state is then the
 * one in which the import was never accepted, plus what people did.
 *
 * @throws CrmError `forbidden`, `not-found`, or `refused` with the reason why it cannot be undone
 */
export async function undoImport(db: Connection, id: string, { actor, now }: Undoing): Promise<UndoReport> {
  const record = await requireUndoing(db, id, { actor, now });
  const report = await countUndo(db, record);
  const owner = newOwner();
  const undone = { at: now(), by: actor.id, via: actor.via };
  const claimed = await claimImport(db, record, { owner, status: "undoing", now: now(), undone });
  if (claimed === undefined) {
    throw new CrmError("conflict", `import ${id} was taken by another`, {
      say: `Somebody else is working on import ${id} right now. Look at it again in a moment.`,
    });
  }
  await finishUndo(db, claimed, owner, now);
  return report;
}

/** Goes through with an undo that is under way. */
export async function finishUndo(db: Connection, { _id, seq }: Import, owner: string, now: () => Date): Promise<void> {
  const lease = holdLease(db, [_id], owner, now);
  try {
    await noteMentions(db, seq);
    await withdrawImport(db, seq, now());
    await collectionOf(importModel(db)).updateOne(
      { _id, "lease.owner": owner },
      { $set: { status: "undone" }, $unset: { lease: "", progress: "" } },
    );
  } finally {
    await lease.release();
  }
}

/** Whether somebody may take an import back now. @throws CrmError as `undoImport` */
export async function requireUndoing(db: Connection, id: string, { actor, now }: Undoing): Promise<Import> {
  const record = await collectionOf(importModel(db)).findOne({ _id: id });
  if (record === null) {
    throw new CrmError("not-found", `no import ${id}`, {
      say: `There is no import ${id}.`,
      next: { terminal: "`imports` lists them.", slack: "/creator import lists them." },
    });
  }
  requireRight(actor, "change", record.brandId);
  const refuse = (say: string) => new CrmError("refused", `import ${id} is ${record.status}`, { say });
  if (record.status === "undone") throw refuse(`Import ${id} has been undone already.`);
  if (record.foldedAt) throw refuse(tooOld(record, await undoDays(db)));
  const isAtWork = record.status === "running" || record.status === "undoing";
  if (isAtWork && !isAbandoned(record, now())) throw refuse(`Import ${id} is being worked on. Wait until it is done.`);
  return record;
}

const tooOld = ({ _id, acceptedAt, foldedAt }: Import, days: number): string =>
  `Import ${_id} is too old to be undone: it was taken in on ${dayOf(acceptedAt)}, and its original went on ${dayOf(foldedAt)}. Imports can be undone for ${days} ${days === 1 ? "day" : "days"}.`;

const dayOf = (time: Date | undefined): string => time?.toISOString().slice(0, 10) ?? "an unknown day";
