import type { Collection } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { type Guarded, insertNew, writeBulk } from "../mongo/write-guarded.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import type { ComputedCreator } from "./compute-creators.js";
import { countTotals } from "./count-totals.js";
import { creatorModel } from "./creator-model.js";
import type { Evidence } from "./gather-evidence.js";
import { type Changes, planWrites, type WritePlan } from "./plan-writes.js";
import { presentCreator } from "./present-creator.js";
import { releasedOf, releaseNames } from "./release-names.js";
import { removeGone } from "./remove-gone.js";
import type { SettleContext } from "./storing.js";

/**
 * Makes what is stored of some names what was computed of them, guarded by the `rev`s that were gathered.
 *
 * While links, snapshots, samples or videos are still to follow, the creators are marked stale: whoever meets them
 * computes them in full, and a crash in between is mended that way.
 *
 * @param repoint gives samples and videos to their creators once more, and answers how many moved: one that was stored
 *   while names changed hands went to whoever had the name before
 * @returns false when another writer was first
 */
export async function writeComputed(
  { db, brands, now }: SettleContext,
  gathered: Evidence,
  computed: readonly ComputedCreator[],
  repoint: () => Promise<number>,
): Promise<boolean> {
  const totals = await countTotals(
    db,
    computed.map(({ id }) => id),
  );
  const presented = computed.map((entry) => ({
    ...entry,
    ...presentCreator(entry.id, entry.state, totals.get(entry.id) ?? new Map(), brands, now),
  }));
  const plan = planWrites(gathered, presented);

  const released = await releaseNames(db, plan.known);
  if (released === undefined || !(await removeGone(db, plan.gone, gathered))) return false;
  const written = await writeCreators(db, plan, released);
  if (written === undefined) return false;
  if (!plan.isMore) return true;

  if (!(await applyChanges(collectionOf(brandCreatorModel(db)), plan.links))) return false;
  if (!(await applyChanges(collectionOf(snapshotModel(db)), plan.snapshots))) return false;
  if (plan.isRenamed && (await repoint()) > 0) return false;
  return settle(db, written);
}

/** A creator as it was written last. */
interface Written {
  _id: string;
  rev: number;
}

/**
 * Writes the creators themselves.
 *
 * @param released whose names were taken away before, which was a writing of its own
 * @returns `undefined` when another writer was first
 */
async function writeCreators(
  db: Connection,
  { known, added, isMore }: WritePlan,
  released: ReadonlySet<string>,
): Promise<Written[] | undefined> {
  const creators = collectionOf(creatorModel(db));
  const stale = isMore ? { stale: true as const } : {};
  const replacements = known.map((each) => {
    const { _id, rev: gatheredRev } = each.stored;
    const rev = released.has(_id) ? gatheredRev + 1 : gatheredRev;
    const names = isMore ? releasedOf(each) : {};
    return { filter: { _id, rev }, replacement: { ...each.creator, rev: rev + 1, ...stale, ...names } };
  });
  const replaced = await writeBulk(
    creators,
    replacements.map((replaceOne) => ({ replaceOne })),
  );
  if (replaced < replacements.length) return undefined;
  const inserts = added.map((creator) => ({ ...creator, rev: 1, ...stale }));
  if ((await insertNew(creators, inserts)).length > 0) return undefined;
  return [...replacements.map(({ replacement }) => replacement), ...inserts].map(({ _id, rev }) => ({ _id, rev }));
}

/** Takes the marks off creators that are written whole. Answers false when another writer was first. */
async function settle(db: Connection, written: readonly Written[]): Promise<boolean> {
  const operations = written.map((filter) => ({
    updateOne: { filter, update: { $unset: { stale: "" as const, released: "" as const }, $inc: { rev: 1 } } },
  }));
  return (await writeBulk(collectionOf(creatorModel(db)), operations)) === operations.length;
}

/** Answers false when another writer was first. */
async function applyChanges<D extends Guarded>(
  collection: Collection<D>,
  { operations, inserts }: Changes<D>,
): Promise<boolean> {
  if ((await writeBulk(collection, operations)) < operations.length) return false;
  return (await insertNew(collection, inserts)).length === 0;
}
