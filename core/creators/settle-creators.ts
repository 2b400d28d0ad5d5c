import { collectionOf } from "../mongo/model-of.js";
import { type CreatorKey, handleKey, isUserKey, type Sighting, sightingId } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { foldPending } from "./fold-pending.js";
import { recomputeCreators } from "./recompute-creators.js";
import { storeFolded } from "./store-folded.js";
import type { PendingSightings, SettleContext } from "./storing.js";

/** Creators read, decided and written at a time: a few requests for each such group, never one for each creator. */
const GROUP = 2_000;
/** Groups under way at once: while the database works on one, another is being computed. */
const AT_ONCE = 2;

/** Creators to bring up to what some imports have said of them. */
export interface Unsettled {
  /** Keys that the imports have sighted. */
  sighted: ReadonlySet<CreatorKey>;
  /** Keys whose samples or videos changed: their totals are counted anew. */
  recount: ReadonlySet<CreatorKey>;
  /** The imports: their sightings are stored, and not yet in their creators. */
  seqs: readonly number[];
}

/**
 * Brings creators up to what imports have said, by folding their sightings into what is stored.
 *
 * A creator that was marked stale, whose identity the sightings may change, or that another writer changed meanwhile is
 * computed in full instead. Safe to repeat and to run beside other writers.
 */
export async function settleCreators(context: SettleContext, { sighted, recount, seqs }: Unsettled): Promise<void> {
  const rest = new Set([...recount].filter((key) => !sighted.has(key)));
  let settled = 0;
  // What is seen under a user id may change whom a handle means, so it comes first.
  for (const keys of [[...sighted].filter(isUserKey), [...sighted].filter((key) => !isUserKey(key))]) {
    const deferred = new Set(rest);
    let next = 0;
    const worker = async () => {
      while (next < keys.length) {
        const group = keys.slice(next, next + GROUP);
        next += GROUP;
        const pending = await readPending(context, group, seqs);
        for (const key of await settleGroup(context, pending, group, { recount, deferred })) {
          rest.add(key);
          for (const { handle } of pending.get(key)?.flatMap(({ bindings = [] }) => bindings) ?? [])
            rest.add(handleKey(handle));
        }
        settled += group.length;
        context.progress?.(settled, sighted.size);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
  await recomputeCreators(tellingOnce(context, rest), [...rest], { report: new Set(seqs) });
}

/** Computing one creator in full meets sightings that were folded already, or that another group has told. */
function tellingOnce(context: SettleContext, keys: ReadonlySet<CreatorKey>): SettleContext {
  const told = new Set<string>();
  return {
    ...context,
    onChange(change) {
      const id = sightingId(change.seq, change.key);
      if (!keys.has(change.key) || told.has(id)) return;
      told.add(id);
      context.onChange?.(change);
    },
  };
}

async function readPending(
  { db }: SettleContext,
  keys: readonly CreatorKey[],
  seqs: readonly number[],
): Promise<PendingSightings> {
  const pending = new Map<CreatorKey, Sighting[]>(keys.map((key) => [key, []]));
  const stored = collectionOf(sightingModel(db)).find({ key: { $in: [...keys] }, seq: { $in: [...seqs] } });
  for await (const sighting of stored) pending.get(sighting.key)?.push(sighting);
  return pending;
}

/** Answers the keys that have to be computed in full. */
async function settleGroup(
  context: SettleContext,
  pending: PendingSightings,
  keys: readonly CreatorKey[],
  { recount, deferred }: { recount: ReadonlySet<CreatorKey>; deferred: ReadonlySet<CreatorKey> },
): Promise<CreatorKey[]> {
  const { folded, rest } = await foldPending(context, pending, keys, recount, deferred);
  const lost = await storeFolded(context, folded);
  for (const { key, changes } of folded) if (!lost.has(key)) for (const change of changes) context.onChange?.(change);
  return [...rest, ...lost];
}
