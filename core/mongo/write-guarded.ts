import { isDeepStrictEqual } from "node:util";
import {
  type AnyBulkWriteOperation,
  type Collection,
  MongoBulkWriteError,
  MongoServerError,
  type UpdateFilter,
} from "mongodb";
import { CrmError } from "../errors/crm-error.js";

export interface Guarded {
  _id: string;
  rev: number;
}

/** What to do with a stored document: the new one (its `rev` is seen to), `"delete"`, or nothing. */
export type Decision<D extends Guarded> = Omit<D, "rev"> | "delete" | undefined;

/** Races lost in a row before giving up: far more than writers at once can cause. */
const MOST_TRIES = 30;
/** Documents in one request: large enough to be cheap, small enough to stay far under the 48 MB of a message. */
const BATCH = 1_000;
/** Requests under way at once: while the database works on one, another is being decided. */
const AT_ONCE = 2;

/** MongoDB's code for a unique key that is taken. */
const DUPLICATE_KEY = 11_000;

/** Whether a unique key was taken: another was first. */
export const isDuplicate = (error: unknown): boolean =>
  error instanceof MongoServerError && error.code === DUPLICATE_KEY;

/**
 * Reads documents by id, decides about each, and writes what was decided only where the document is still the one read.
 * Where another writer was first, the documents are read and decided again: `decide` must be safe to call twice, also
 * about a document that was written at the first call, for it is asked about every update of the batch again.
 */
export async function writeGuarded<D extends Guarded>(
  collection: Collection<D>,
  ids: readonly string[],
  decide: (stored: D | undefined, id: string) => Decision<D>,
): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < ids.length) {
      const batch = ids.slice(next, next + BATCH);
      next += BATCH;
      await writeBatch(collection, batch, decide);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function writeBatch<D extends Guarded>(
  collection: Collection<D>,
  ids: readonly string[],
  decide: (stored: D | undefined, id: string) => Decision<D>,
): Promise<void> {
  let left = ids;
  for (let tries = 0; left.length > 0; tries += 1) {
    if (tries === MOST_TRIES) {
      throw new CrmError("conflict", `${left.length} of ${collection.collectionName} changed under every attempt`, {
        say: "Others were changing the same records all the time. Try again in a moment.",
      });
    }
    left = await attempt(collection, left, decide);
  }
}

/** One round; answers the ids that have to be decided again. */
async function attempt<D extends Guarded>(
  collection: Collection<D>,
  ids: readonly string[],
  decide: (stored: D | undefined, id: string) => Decision<D>,
): Promise<string[]> {
  const found = (await collection.find({ _id: { $in: ids } } as never).toArray()) as D[];
  const stored = new Map(found.map((document) => [document._id, document]));
  const operations: AnyBulkWriteOperation<D>[] = [];
  const inserts: D[] = [];
  const guarded: string[] = [];
  for (const id of ids) {
    const before = stored.get(id);
    const decision = decide(before, id);
    if (decision === undefined) continue;
    if (before === undefined) {
      if (decision !== "delete") inserts.push({ ...decision, rev: 1 } as unknown as D);
      continue;
    }
    const filter = { _id: id, rev: before.rev } as never;
    guarded.push(id);
    if (decision === "delete") operations.push({ deleteOne: { filter } });
    else operations.push({ updateOne: { filter, update: differenceOf(before, decision) } });
  }
  const [taken, written] = await Promise.all([insertNew(collection, inserts), writeBulk(collection, operations)]);
  return written === operations.length ? taken : [...taken, ...guarded];
}

/**
 * What makes the stored document the next one: only the fields that differ, and `rev` raised. A whole document would
 * cost the wire and the indexes of everything that stayed.
 */
export function differenceOf<D extends Guarded>(stored: D, next: Omit<D, "rev">): UpdateFilter<D> {
  const set: Record<string, unknown> = { rev: stored.rev + 1 };
  const unset: Record<string, ""> = {};
  for (const [name, value] of Object.entries(next)) {
    if (name !== "_id" && name !== "rev" && !isDeepStrictEqual(value, stored[name as keyof D])) set[name] = value;
  }
  for (const name of Object.keys(stored)) if (!(name in next) && name !== "rev") unset[name] = "";
  const update = Object.keys(unset).length === 0 ? { $set: set } : { $set: set, $unset: unset };
  return update as UpdateFilter<D>;
}

/** Inserts documents; answers the ids that were there already. */
export async function insertNew<D extends Guarded>(
  collection: Collection<D>,
  documents: readonly D[],
): Promise<string[]> {
  if (documents.length === 0) return [];
  try {
    await collection.insertMany(documents as never, { ordered: false });
    return [];
  } catch (error) {
    return duplicatesOf(error).map((index) => (documents[index] as D)._id);
  }
}

/** How many of the operations met the document they were meant for. */
export async function writeBulk<D extends Guarded>(
  collection: Collection<D>,
  operations: AnyBulkWriteOperation<D>[],
): Promise<number> {
  if (operations.length === 0) return 0;
  try {
    const { matchedCount, deletedCount } = await collection.bulkWrite(operations, { ordered: false });
    return matchedCount + deletedCount;
  } catch (error) {
    return operations.length - Math.max(1, duplicatesOf(error).length);
  }
}

/** Which operations failed because a unique key was taken; any other error is thrown on. */
function duplicatesOf(error: unknown): number[] {
  if (!(error instanceof MongoBulkWriteError)) throw error;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  if (failures.length === 0 || failures.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return failures.map(({ index }) => index);
}
