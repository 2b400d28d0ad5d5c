import { collectionOf } from "../mongo/model-of.js";
import { type CreatorKey, handleOf, isUserKey, type Sighting } from "../sightings/sighting.js";
import { foldSnapshots } from "../snapshots/fold-snapshots.js";
import type { Snapshot } from "../snapshots/snapshot.js";
import type { BrandCreator } from "./brand-creator.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import { countTotals } from "./count-totals.js";
import type { Creator } from "./creator.js";
import { creatorIdOf } from "./creator-id.js";
import { creatorModel } from "./creator-model.js";
import { emptyState, foldSighting, storedState } from "./creator-state.js";
import { presentCreator } from "./present-creator.js";
import { type CreatorChange, type PendingSightings, type SettleContext, storedTotals } from "./storing.js";
import type { Totals } from "./totals.js";

/** A creator with new sightings folded in, and what was stored of it before. */
export interface FoldedCreator {
  key: CreatorKey;
  creator: Omit<Creator, "rev">;
  links: Omit<BrandCreator, "rev">[];
  /** The sightings that were folded in, and the snapshots that they make. */
  sightings: readonly Sighting[];
  snapshots: Omit<Snapshot, "rev">[];
  changes: CreatorChange[];
  before?: { creator: Creator; links: Map<string, BrandCreator> };
}

/**
 * Folds new sightings into what is stored of their creators. Writes nothing.
 *
 * @param deferred keys that are computed in full later: so are all others of their creators
 * @returns what came out, and the keys for which folding is not enough
 */
export async function foldPending(
  context: SettleContext,
  pending: PendingSightings,
  keys: readonly CreatorKey[],
  recount: ReadonlySet<CreatorKey>,
  deferred: ReadonlySet<CreatorKey>,
): Promise<{ folded: FoldedCreator[]; rest: CreatorKey[] }> {
  const { db } = context;
  const creators = await collectionOf(creatorModel(db))
    .find({ keys: { $in: [...keys] } })
    .toArray();
  const byKey = new Map<CreatorKey, Creator>();
  for (const creator of creators) for (const key of creator.keys) byKey.set(key, creator);
  const linksOf = await readLinks(context, creators);

  const isEnough = (key: CreatorKey) => {
    const creator = byKey.get(key);
    const others = creator?.keys.filter((other) => other !== key) ?? [];
    const isAlone = !deferred.has(key) && !others.some((other) => pending.has(other) || deferred.has(other));
    const links = creator && linksOf.get(creator._id);
    return (
      isAlone && isSimple(key, pending.get(key) ?? [], creator, links) && !(recount.has(key) && hangsOnFacts(links))
    );
  };
  const simple = keys.filter(isEnough);
  const idOf = (key: CreatorKey) => byKey.get(key)?._id ?? creatorIdOf(key);
  const counted = simple.filter((key) => recount.has(key)).map(idOf);
  const totals = counted.length === 0 ? new Map<string, Map<string, Totals>>() : await countTotals(db, counted);

  const folded = simple.map((key) => {
    const creator = byKey.get(key);
    const fresh = recount.has(key) ? (totals.get(idOf(key)) ?? new Map<string, Totals>()) : undefined;
    return foldCreator(context, key, pending.get(key) ?? [], creator, creator && linksOf.get(creator._id), fresh);
  });
  const taken = new Set(simple);
  return { folded, rest: keys.filter((key) => !taken.has(key)) };
}

async function readLinks({ db }: SettleContext, creators: readonly Creator[]): Promise<Map<string, BrandCreator[]>> {
  const linksOf = new Map<string, BrandCreator[]>(creators.map(({ _id }) => [_id, []]));
  if (creators.length === 0) return linksOf;
  const links = collectionOf(brandCreatorModel(db)).find({ creatorId: { $in: creators.map(({ _id }) => _id) } });
  for await (const link of links) linksOf.get(link.creatorId)?.push(link);
  return linksOf;
}

/**
 * Whether folding is enough: the creator is stored in whole, and who it is cannot change by these sightings. A handle
 * alone means its one holder; a user id beside the only handle that it has ever shown says nothing new. Where it has
 * shown others, an older binding may change since when it left them.
 */
function isSimple(
  key: CreatorKey,
  sightings: readonly Sighting[],
  creator: Creator | undefined,
  links: readonly BrandCreator[] = [],
): boolean {
  const bindings = sightings.flatMap((sighting) => sighting.bindings ?? []);
  if (creator === undefined) return bindings.length === 0;
  if (creator.stale || creator.keys.filter(isUserKey).length > 1) return false;
  // Another writer is between the creator and its links.
  const linked = new Set(links.map(({ brandId }) => brandId));
  if (linked.size !== creator.brandIds.length || !creator.brandIds.every((brandId) => linked.has(brandId)))
    return false;
  const { contested = [], handles } = creator;
  const handle = handleOf(key);
  if (handle !== undefined && contested.includes(handle)) return false;
  const isOnly = handles.length === 1 && contested.length === 0;
  return bindings.every((binding) => isOnly && binding.handle === handles[0]);
}

/** Whether a link may be there for samples and videos alone, and goes when they do. */
const hangsOnFacts = (links: readonly BrandCreator[] = []) => links.some(({ sources }) => sources.length === 0);

function foldCreator(
  { brands, now }: SettleContext,
  key: CreatorKey,
  sightings: readonly Sighting[],
  creator: Creator | undefined,
  links: readonly BrandCreator[] = [],
  counted: Map<string, Totals> | undefined,
): FoldedCreator {
  const handle = handleOf(key);
  const state = creator
    ? storedState(creator, links)
    : emptyState(
        handle === undefined
          ? { handles: [], keys: new Set([key]), tiktokUserId: key.slice(1) }
          : { handles: [handle], keys: new Set([key]) },
      );
  const changes: CreatorChange[] = [];
  for (const sighting of [...sightings].sort((a, b) => a.seq - b.seq)) {
    const { filled, alternatives } = foldSighting(state, sighting);
    const isNew = creator === undefined && changes.length === 0;
    changes.push({ seq: sighting.seq, key, isNew, filled, alternatives, snapshots: 0 });
  }
  const creatorId = creator?._id ?? creatorIdOf(key);
  const totals = counted ?? new Map(links.map((link) => [link.brandId, storedTotals(link)]));
  return {
    key,
    ...presentCreator(creatorId, state, totals, brands, now),
    sightings,
    snapshots: foldSnapshots(creatorId, sightings),
    changes,
    ...(creator ? { before: { creator, links: new Map(links.map((link) => [link._id, link])) } } : {}),
  };
}
