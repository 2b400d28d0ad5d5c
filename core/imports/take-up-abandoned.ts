import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { Import } from "./import.js";
import type { ImportedBy } from "./import-files.js";
import { importModel } from "./import-model.js";
import { claimImport, isAbandoned, newOwner } from "./lease.js";
import { resumeImport } from "./resume-import.js";
import { type ClaimedImport, runHeld } from "./run-held.js";
import { finishUndo } from "./undo-import.js";

/** Takes up again what a process that died left running, also undos. Answers what it has taken up. */
export async function takeUpAbandoned(
  db: Connection,
  { now, progress }: Pick<ImportedBy, "now" | "progress">,
): Promise<Import[]> {
  const left = await collectionOf(importModel(db))
    .find({ status: { $in: ["running", "undoing"] } })
    .sort({ seq: 1 })
    .toArray();
  const taken: Import[] = [];
  const abandoned = left.filter((record) => isAbandoned(record, now()));
  for (const holder of new Set(abandoned.map(holderOf))) {
    const owner = newOwner();
    const resumed: ClaimedImport[] = [];
    for (const record of abandoned.filter((each) => holderOf(each) === holder)) {
      if (record.status === "undoing") {
        const claimed = await claimImport(db, record, { owner, status: "undoing", now: now() });
        if (claimed === undefined) continue;
        await finishUndo(db, claimed, owner, now);
        taken.push(claimed);
      } else {
        const claimed = await resumeImport(db, record, { owner, now: now() });
        if (claimed) resumed.push(claimed);
      }
    }
    taken.push(...(await runHeld(db, resumed, { owner, now, progress })).values());
  }
  return taken;
}

/** What ran together is run together again: its creators are brought up to it once. */
const holderOf = ({ _id, lease }: Import): string => lease?.owner ?? _id;
