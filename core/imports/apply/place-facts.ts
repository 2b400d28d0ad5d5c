import type { Connection } from "mongoose";
import { creatorIdOf } from "../../creators/creator-id.js";
import { creatorModel } from "../../creators/creator-model.js";
import { collectionOf } from "../../mongo/model-of.js";
import { writeGuarded } from "../../mongo/write-guarded.js";
import { type CreatorKey, handleKey } from "../../sightings/sighting.js";
import { isSameFact } from "./change-of-fact.js";
import type { Fact, FactKind, PlacedFact } from "./fact-kinds.js";
import { findProductLinks, linkProducts, type ProductLinks } from "./product-links.js";

/** Who and what the records of a batch may be about. */
export interface Surroundings {
  creatorIds: ReadonlyMap<string, string>;
  links: ProductLinks;
}

/** Looks up creators and products for folded records, in two queries for all of them. */
export async function surroundingsOf<C extends object>(
  db: Connection,
  { name }: FactKind<C>,
  facts: readonly Omit<Fact<unknown>, "rev">[],
): Promise<Surroundings> {
  const handles = new Set(facts.flatMap(({ handle }) => handle ?? []));
  const brandIds = [...new Set(facts.map(({ brandId }) => brandId))];
  const names = new Set(facts.flatMap(({ productName, productNames }) => productNames ?? productName ?? []));
  const skus = new Set(name === "samples" ? facts.map(({ _id }) => _id.slice(_id.indexOf(":") + 1)) : []);
  const [creatorIds, links] = await Promise.all([
    findCreatorIds(db, handles),
    findProductLinks(db, brandIds, { names, skus }),
  ]);
  return { creatorIds, links };
}

async function findCreatorIds(db: Connection, handles: ReadonlySet<string>): Promise<Map<string, string>> {
  const keys = [...handles].map(handleKey);
  const found =
    keys.length === 0
      ? []
      : await collectionOf(creatorModel(db))
          .find({ keys: { $in: keys } })
          .project<{ _id: string; keys: string[] }>({ keys: 1 })
          .toArray();
  const ids = new Map([...handles].map((handle) => [handle, creatorIdOf(handleKey(handle))]));
  for (const { _id, keys: held } of found) {
    for (const key of held) if (handles.has(key.slice(1))) ids.set(key.slice(1), _id);
  }
  return ids;
}

/** A folded record with its creator and its products. A creator that it had for the same handle stays. */
export function placeFact<C extends object>(
  kind: FactKind<C>,
  folded: Omit<Fact<C>, "rev">,
  { creatorIds, links }: Surroundings,
  stored?: PlacedFact<C>,
): PlacedFact<C> {
  if (kind.name === "products") return folded;
  const { handle } = folded;
  const linked = linkProducts(folded, links);
  if (handle === undefined) return linked;
  const held = stored?.handle === handle ? stored.creatorId : undefined;
  return { ...linked, creatorId: held ?? creatorIds.get(handle) ?? creatorIdOf(handleKey(handle)) };
}

/**
 * Looks up creators and products once more, now that the records are stored: one that changed its names before then did
 * not find them, and one that does so later finds them by itself. Repeated until nothing is to be mended.
 *
 * @returns the creators whose records were mended
 */
export async function placeAgain<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  written: ReadonlyMap<string, PlacedFact<C>>,
  before: Surroundings,
): Promise<Set<CreatorKey>> {
  const touched = new Set<CreatorKey>();
  for (let [left, last] = [written, before]; left.size > 0; ) {
    const around = await surroundingsOf(db, kind, [...left.values()]);
    const { creatorIds } = last;
    /** A record stays where it was found to belong, unless that has changed since it was looked up. */
    const isMoved = ({ handle = "" }: PlacedFact<C>) =>
      creatorIds.has(handle) && creatorIds.get(handle) !== around.creatorIds.get(handle);
    const mended = (fact: PlacedFact<C>, placed: PlacedFact<C>) => {
      const folded = kind.fold(fact._id, fact.claims);
      const isHere = fact.creatorId === placed.creatorId && isMoved(fact);
      return folded && placeFact(kind, folded, around, isHere ? undefined : fact);
    };
    const wrong = new Map([...left].filter(([, fact]) => !isSameFact(fact, mended(fact, fact) ?? fact)));
    const next = new Map<string, PlacedFact<C>>();
    await writeGuarded<Fact<C>>(kind.collection(db), [...wrong.keys()], (stored, id) => {
      const placed = wrong.get(id);
      const fact = stored && placed && mended(stored, placed);
      if (fact === undefined || isSameFact(stored as PlacedFact<C>, fact)) return undefined;
      if (fact.handle !== undefined) touched.add(handleKey(fact.handle));
      next.set(id, fact);
      return fact;
    });
    [left, last] = [next, around];
  }
  return touched;
}
