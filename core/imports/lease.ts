import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import type { Import, ImportProgress, ImportStatus } from "./import.js";
import { importModel } from "./import-model.js";

/** How long a process that says nothing still holds its imports: longer than any pause of a healthy one. */
const LEASE_MS = 20_000;
/** How often it says that it is alive, and how far it is. */
const BEAT_MS = 2_000;

const PROCESS = `${hostname()}:${process.pid}:`;

/** A hold on imports: as long as it beats, no other process works on them. */
export interface HeldLease {
  /** Makes sure of it. @throws CrmError `conflict` when another process has taken over */
  check(): Promise<void>;
  /** Whether another process has taken one of the imports over. */
  isLost(): boolean;
  progress(importId: string, progress: ImportProgress): void;
  release(): Promise<void>;
}

/** A name for one piece of work; the host and the process are in it, so that a dead process is known as dead. */
export const newOwner = (): string => `${PROCESS}${randomUUID()}`;

export const leaseFrom = (owner: string, now: Date) => ({ owner, until: new Date(now.getTime() + LEASE_MS) });

/** Whether nobody works on an import any more: its lease has run out, or its process on this machine is gone. */
export function isAbandoned({ lease }: Pick<Import, "lease">, now: Date): boolean {
  if (lease === undefined || lease.until <= now) return true;
  const [host, pid] = lease.owner.split(":");
  return host === hostname() && Number(pid) !== process.pid && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Keeps the leases of imports fresh, and stores their progress with each beat. */
export function holdLease(db: Connection, importIds: readonly string[], owner: string, now: () => Date): HeldLease {
  const imports = collectionOf(importModel(db));
  const latest = new Map<string, ImportProgress>();
  let lost = false;

  const beat = async () => {
    const filter = { _id: { $in: [...importIds] }, "lease.owner": owner };
    const { matchedCount } = await imports.updateMany(filter, { $set: { lease: leaseFrom(owner, now()) } });
    if (matchedCount < importIds.length) lost = true;
    const updates = [...latest].map(([_id, progress]) => ({
      updateOne: { filter: { _id, "lease.owner": owner }, update: { $set: { progress } } },
    }));
    latest.clear();
    if (updates.length > 0) await imports.bulkWrite(updates);
  };
  let beating: Promise<void> = Promise.resolve();
  // A beat that fails is made up by the next one; a database that stays away fails the work itself.
  const timer = setInterval(() => {
    beating = beating.then(beat).catch(() => undefined);
  }, BEAT_MS);
  timer.unref();

  return {
    async check() {
      await beat();
      if (!lost) return;
      throw new CrmError("conflict", `imports ${importIds.join(", ")} were taken over`, {
        say: "Another process has taken this import over and will finish it.",
      });
    },
    isLost: () => lost,
    progress(importId, progress) {
      latest.set(importId, progress);
    },
    async release() {
      clearInterval(timer);
      await beating;
    },
  };
}

/** Who takes an import, and what for. */
export interface Claim {
  owner: string;
  status: ImportStatus;
  now: Date;
  /** Who takes it back: stored at once, so that it is known whoever finishes the undo. */
  undone?: Import["undone"];
}

/**
 * Takes an import to work on it, when it has one of the statuses and nobody else works on it.
 *
 * @returns the import as it is now, or `undefined` when another process was first
 */
export async function claimImport(
  db: Connection,
  record: Import,
  { owner, status, now, undone }: Claim,
): Promise<Import | undefined> {
  const same = record.lease
    ? { "lease.owner": record.lease.owner, "lease.until": record.lease.until }
    : { lease: { $exists: false } };
  const claimed = await collectionOf(importModel(db)).findOneAndUpdate(
    { _id: record._id, status: record.status, foldedAt: { $exists: false }, ...same },
    {
      $set: { status, lease: leaseFrom(owner, now), ...(undone ? { undone } : {}) },
      // While it is being taken back the same file is a new import.
      $unset: { error: "", ...(status === "undoing" ? { sameFile: "" as const } : {}) },
    },
    { returnDocument: "after" },
  );
  return claimed ?? undefined;
}
