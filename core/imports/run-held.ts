import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { lostConnection } from "../mongo/lost-connection.js";
import { collectionOf } from "../mongo/model-of.js";
import { type RunnableImport, runImports } from "./apply/run-imports.js";
import { withdrawImport } from "./apply/withdraw-import.js";
import type { Import, ImportProgress, ImportReport } from "./import.js";
import { importModel } from "./import-model.js";
import { type HeldLease, holdLease } from "./lease.js";

/** An accepted import that `owner` has claimed. One that was cut off is taken back before it runs again. */
export type ClaimedImport = RunnableImport & { isCutOff?: true };

/** Whose claim it is, and who is told how far the imports are. */
export interface Running {
  owner: string;
  now: () => Date;
  progress?: (importId: string, progress: ImportProgress) => void;
}

/** Runs claimed imports under their lease, and stores how each ended. Answers them as stored. */
export async function runHeld(
  db: Connection,
  claimed: readonly ClaimedImport[],
  { owner, now, progress }: Running,
): Promise<Map<string, Import>> {
  if (claimed.length === 0) return new Map();
  const ids = claimed.map(({ record }) => record._id);
  const lease = holdLease(db, ids, owner, now);
  try {
    for (const { record, isCutOff } of claimed) if (isCutOff) await withdrawImport(db, record.seq, now());
    const reports = await runImports(db, claimed, {
      now,
      checkLease: lease.check,
      progress(importId, state) {
        lease.progress(importId, state);
        progress?.(importId, state);
      },
    });
    await lease.release();
    // Between the last check and this moment the process may have slept.
    if ((await storeReports(db, ids, { owner, doneAt: now(), reports })) < ids.length) await lease.check();
  } catch (error) {
    await storeFailure(db, claimed, { error, owner, now, lease });
    throw error;
  }
  const stored = await collectionOf(importModel(db))
    .find({ _id: { $in: ids } })
    .toArray();
  return new Map(stored.map((record) => [record._id, record]));
}

/** Stores the end of those that are still this owner's, and says how many those are. */
async function storeReports(
  db: Connection,
  ids: readonly string[],
  { owner, doneAt, reports }: { owner: string; doneAt: Date; reports: ReadonlyMap<string, ImportReport> },
): Promise<number> {
  const { matchedCount } = await collectionOf(importModel(db)).bulkWrite(
    ids.map((_id) => ({
      updateOne: {
        filter: { _id, "lease.owner": owner },
        update: {
          $set: { status: "done" as const, doneAt, report: reports.get(_id) },
          $unset: { lease: "" as const, progress: "" as const },
        },
      },
    })),
  );
  return matchedCount;
}

/** Leaves the imports so that they are taken up again, by whom they now belong to or by the next one who looks. */
async function storeFailure(
  db: Connection,
  claimed: readonly ClaimedImport[],
  { error, owner, now, lease }: { error: unknown; owner: string; now: () => Date; lease: HeldLease },
): Promise<void> {
  // Where the connection is gone, or this process closes it, the leases run out and the imports are taken up again.
  if (lostConnection(error)) return lease.release();
  const imports = collectionOf(importModel(db));
  const mine = { _id: { $in: claimed.map(({ record }) => record._id) }, "lease.owner": owner };
  if (lease.isLost()) {
    // Of those that ran together one was taken over: whoever finds the others takes them up as well.
    await lease.release();
    await imports.updateMany(mine, { $unset: { lease: "", progress: "" } });
    await withdrawTakenBack(db, claimed, now());
    return;
  }
  // Nothing half-done stays; where even that fails, taking it up or back begins with it.
  for (const { record } of claimed) await withdrawImport(db, record.seq, now()).catch(() => undefined);
  await lease.release();
  const say = error instanceof CrmError ? error.say : "Roster could not finish this import.";
  await imports
    .updateMany(mine, { $set: { status: "failed", error: say }, $unset: { lease: "", progress: "" } })
    .catch(() => undefined);
}

/** A process that slept may have written after somebody took its import back: of that nothing stays either. */
async function withdrawTakenBack(db: Connection, claimed: readonly ClaimedImport[], now: Date): Promise<void> {
  const ids = claimed.map(({ record }) => record._id);
  const takenBack = await collectionOf(importModel(db))
    .find({ _id: { $in: ids }, status: { $in: ["undoing", "undone"] } })
    .toArray();
  for (const { seq } of takenBack) await withdrawImport(db, seq, now);
}
