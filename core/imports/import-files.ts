import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import { CrmError } from "../errors/crm-error.js";
import { lostConnection } from "../mongo/lost-connection.js";
import { collectionOf } from "../mongo/model-of.js";
import { nextNumber } from "../mongo/next-number.js";
import { type RunnableImport, runImports } from "./apply/run-imports.js";
import { withdrawImport } from "./apply/withdraw-import.js";
import type { Import, ImportProgress } from "./import.js";
import { importModel } from "./import-model.js";
import { type FileToImport, type InspectedFile, type KnownFile, sameFile } from "./inspect-file.js";
import { claimImport, holdLease, isAbandoned, leaseFrom, newOwner } from "./lease.js";
import { dropFile, hashFile, isKept, keepFile, openKept } from "./originals.js";
import { openTable, type Table } from "./read/index.js";
import { SOURCES } from "./sources/source.js";
import { finishUndo } from "./undo-import.js";

/** Who takes files in, and when. */
export interface ImportedBy {
  actor: Actor;
  now: () => Date;
  /** Told as rows are read; `importId` says of which file. */
  progress?: (importId: string, progress: ImportProgress) => void;
}

/** What has begun before is taken back before it runs again. */
type Runnable = RunnableImport & { isCutOff?: true };

/** What became of one file. */
export type ImportOutcome = { record: Import } | KnownFile;

/**
 * Takes in files that were inspected: accepts them in the order that makes the result independent of how they were
 * named, keeps their originals, and merges their rows.
 *
 * A file that was taken in before is answered as known; one whose import failed or was cut off is taken up again.
 *
 * @throws CrmError, before anything is merged: `forbidden` for a brand that is not theirs to change, `conflict` for a
 * file that has changed since it was inspected
 */
export async function importFiles(
  db: Connection,
  files: readonly (InspectedFile | KnownFile)[],
  by: ImportedBy,
): Promise<ImportOutcome[]> {
  for (const file of files) requireRight(by.actor, "change", brandOf(file));
  const owner = newOwner();
  const outcomes = new Map<InspectedFile | KnownFile, ImportOutcome>();
  const runnable: Runnable[] = [];
  const ordered = [...files].sort(inAcceptanceOrder);
  const ids = await keepOriginals(db, ordered);
  for (const file of ordered) {
    const accepted =
      "known" in file
        ? await resumeKnown(db, file, owner, by)
        : await accept(db, file, { _id: ids.get(file) ?? "", owner, by });
    if ("known" in accepted) outcomes.set(file, accepted);
    else {
      runnable.push(accepted);
      outcomes.set(file, { record: accepted.record });
    }
  }
  const done = await runHeld(db, runnable, owner, by);
  return files.map((file) => {
    const outcome = outcomes.get(file) as ImportOutcome;
    return "record" in outcome ? { record: done.get(outcome.record._id) ?? outcome.record } : outcome;
  });
}

/** Takes up again what a process that died left running, also undos. Answers what it has taken up. */
export async function takeUpAbandoned(db: Connection, by: Pick<ImportedBy, "now" | "progress">): Promise<Import[]> {
  const left = await collectionOf(importModel(db))
    .find({ status: { $in: ["running", "undoing"] } })
    .sort({ seq: 1 })
    .toArray();
  const taken: Import[] = [];
  const abandoned = left.filter((record) => isAbandoned(record, by.now()));
  for (const holder of new Set(abandoned.map(holderOf))) {
    const owner = newOwner();
    const resumed: Runnable[] = [];
    for (const record of abandoned.filter((each) => holderOf(each) === holder)) {
      if (record.status === "undoing") {
        const claimed = await claimImport(db, record, { owner, status: "undoing", now: by.now() });
        if (claimed === undefined) continue;
        await finishUndo(db, claimed, owner, by.now);
        taken.push(claimed);
      } else {
        const runnable = await resume(db, record, { owner, now: by.now() });
        if (runnable) resumed.push(runnable);
      }
    }
    taken.push(...(await runHeld(db, resumed, owner, by)).values());
  }
  return taken;
}

/** What ran together is run together again: its creators are brought up to it once. */
const holderOf = ({ _id, lease }: Import): string => lease?.owner ?? _id;

function inAcceptanceOrder(a: InspectedFile | KnownFile, b: InspectedFile | KnownFile): number {
  return orderOf(a) - orderOf(b) || (hashOf(a) < hashOf(b) ? -1 : 1);
}

const brandOf = (file: InspectedFile | KnownFile): string =>
  "known" in file ? file.known.brandId : file.accepted.brandId;
const orderOf = (file: InspectedFile | KnownFile): number =>
  SOURCES.indexOf(("known" in file ? file.known.source : file.table.source) ?? "mapped");
const hashOf = (file: InspectedFile | KnownFile): string => ("known" in file ? file.known.sha256 : file.sha256);

/** Gives each new file its id and keeps its original under it. */
async function keepOriginals(
  db: Connection,
  files: readonly (InspectedFile | KnownFile)[],
): Promise<Map<InspectedFile, string>> {
  const ids = new Map<InspectedFile, string>();
  for (const file of files) if (!("known" in file)) ids.set(file, String(await nextNumber(db, "imports")));
  const others: string[] = [];
  await Promise.all(
    [...ids].map(async ([{ file, sha256 }, id]) => {
      if ((await keepFile(db, id, "original", file.open())) !== sha256) others.push(file.name);
    }),
  );
  if (others.length === 0) return ids;
  for (const id of ids.values()) await dropFile(db, id, "original");
  throw changed(others);
}

/** Gives a file its place in the order of acceptance: from here on it is finished, whoever finishes it. */
async function accept(
  db: Connection,
  { file, table, mapping, sha256, bytes, rows, accepted }: InspectedFile,
  { _id, owner, by: { actor, now } }: { _id: string; owner: string; by: ImportedBy },
): Promise<RunnableImport | KnownFile> {
  const imports = collectionOf(importModel(db));
  const same = sameFile(sha256, accepted.brandId, table);
  const record: Import = {
    _id,
    file: file.name,
    sha256,
    bytes,
    status: "running",
    brandId: accepted.brandId,
    source: table.source,
    ...(mapping ? { mapping } : {}),
    rows,
    by: actor.id,
    via: actor.via,
    receivedAt: now(),
    acceptedAt: now(),
    sameFile: same,
    seq: await nextNumber(db, "accepted imports"),
    accepted,
    lease: leaseFrom(owner, now()),
  };
  try {
    await imports.insertOne(record);
  } catch (error) {
    const known = await imports.findOne({ sameFile: same });
    if (known === null) throw error;
    await dropFile(db, _id, "original");
    return { file, known };
  }
  return { record, open: async () => unchanging({ file, table, sha256 }) };
}

/** The table as it was inspected: a file that is another one by the end of its rows is not taken in. */
function unchanging({ file, table, sha256 }: Pick<InspectedFile, "file" | "table" | "sha256">): Table {
  return {
    ...table,
    async *rows() {
      yield* table.rows();
      if ((await hashFile(file.open)).sha256 !== sha256) throw changed([file.name]);
    },
  };
}

const changed = (names: readonly string[]) =>
  new CrmError("conflict", `changed since they were inspected: ${names.join(", ")}`, {
    say: `${names.join(" and ")} changed while you were looking. Nothing was taken in: import again to see what is new.`,
  });

/** The table of a kept original, read as it was when it was accepted. */
function openOriginal(db: Connection, { _id, file, source, mapping }: Import): Promise<Table> {
  return openTable({ name: file, open: () => openKept(db, _id, "original") }, mapping ? { mapping } : { as: source });
}

/** A known file is taken up again when its import failed or nobody works on it any more. */
async function resumeKnown(
  db: Connection,
  known: KnownFile,
  owner: string,
  { now }: ImportedBy,
): Promise<Runnable | KnownFile> {
  const { status } = known.known;
  const isCutOff = status === "failed" || (status === "running" && isAbandoned(known.known, now()));
  if (!isCutOff) return known;
  return (await resume(db, known.known, { owner, now: now(), atHand: known.file })) ?? known;
}

/**
 * Takes a cut-off import, to run it again.
 *
 * @param atHand the same file, brought once more: of an import that failed long ago no original is left
 */
async function resume(
  db: Connection,
  record: Import,
  { owner, now, atHand }: { owner: string; now: Date; atHand?: FileToImport },
): Promise<Runnable | undefined> {
  const claimed = await claimImport(db, record, { owner, status: "running", now });
  if (claimed === undefined) return undefined;
  if (!(await isKept(db, claimed._id, "original"))) {
    if (atHand === undefined) return giveUp(db, claimed, owner);
    await keepFile(db, claimed._id, "original", atHand.open());
  }
  return { record: claimed, open: () => openOriginal(db, claimed), isCutOff: true };
}

async function giveUp(db: Connection, { _id, file }: Import, owner: string): Promise<undefined> {
  const error = `Its original is no longer kept. Import ${file} again, or undo it.`;
  await collectionOf(importModel(db)).updateOne(
    { _id, "lease.owner": owner },
    { $set: { status: "failed", error }, $unset: { lease: "", progress: "" } },
  );
}

/** Runs accepted imports under their lease, and stores how each ended. */
async function runHeld(
  db: Connection,
  runnable: readonly Runnable[],
  owner: string,
  { now, progress }: Pick<ImportedBy, "now" | "progress">,
): Promise<Map<string, Import>> {
  if (runnable.length === 0) return new Map();
  const imports = collectionOf(importModel(db));
  const ids = runnable.map(({ record }) => record._id);
  const lease = holdLease(db, ids, owner, now);
  const mine = { _id: { $in: ids }, "lease.owner": owner };
  try {
    for (const { record, isCutOff } of runnable) if (isCutOff) await withdrawImport(db, record.seq, now());
    const reports = await runImports(db, runnable, {
      now,
      checkLease: lease.check,
      progress(importId, state) {
        lease.progress(importId, state);
        progress?.(importId, state);
      },
    });
    await lease.release();
    const doneAt = now();
    await imports.bulkWrite(
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
  } catch (error) {
    // Where the connection is gone, or this process closes it, the leases run out and the imports are taken up again.
    if (lostConnection(error)) {
      await lease.release();
      throw error;
    }
    if (lease.isLost()) {
      // Of those that ran together one was taken over: whoever finds the others takes them up as well.
      await lease.release();
      await imports.updateMany(mine, { $unset: { lease: "", progress: "" } });
      throw error;
    }
    // Nothing half-done stays; where even that fails, taking it up or back begins with it.
    for (const { record } of runnable) await withdrawImport(db, record.seq, now()).catch(() => undefined);
    await lease.release();
    const say = error instanceof CrmError ? error.say : "Roster could not finish this import.";
    await imports
      .updateMany(mine, { $set: { status: "failed", error: say }, $unset: { lease: "", progress: "" } })
      .catch(() => undefined);
    throw error;
  }
  const stored = await imports.find({ _id: { $in: ids } }).toArray();
  return new Map(stored.map((record) => [record._id, record]));
}
