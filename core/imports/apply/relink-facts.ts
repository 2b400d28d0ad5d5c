import type { Connection } from "mongoose";
import { writeGuarded } from "../../mongo/write-guarded.js";
import type { CreatorKey } from "../../sightings/sighting.js";
import { handleKey } from "../../sightings/sighting.js";
import { isSameFact } from "./change-of-fact.js";
import { type Fact, type FactKind, SAMPLE_FACTS, VIDEO_FACTS } from "./fact-kinds.js";
import { placeFact, surroundingsOf } from "./place-facts.js";

/** Names and SKUs of products that came, went or changed. */
export interface RenamedProducts {
  names: Set<string>;
  skus: Set<string>;
}

const BATCH = 2_000;

/**
 * Finds the products of samples and videos anew whose product name or SKU has come to mean another product.
 *
 * @param touch told whose products change, before they do and after
 * @returns the creators whose products changed
 */
export async function relinkFacts(
  db: Connection,
  brandId: string,
  { names, skus }: RenamedProducts,
  touch: (keys: readonly CreatorKey[]) => Promise<void> = async () => undefined,
): Promise<Set<CreatorKey>> {
  const touched = new Set<CreatorKey>();
  if (names.size + skus.size === 0) return touched;
  const told = async (keys: readonly CreatorKey[]) => {
    for (const key of keys) touched.add(key);
    await touch(keys);
  };
  const named = { $in: [...names] };
  await relink(db, SAMPLE_FACTS, { brandId, $or: [{ productName: named }, { skuId: { $in: [...skus] } }] }, told);
  await relink(db, VIDEO_FACTS, { brandId, productNames: named }, told);
  return touched;
}

async function relink<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  filter: object,
  touch: (keys: readonly CreatorKey[]) => Promise<void>,
): Promise<void> {
  const collection = kind.collection(db);
  let batch: Fact<C>[] = [];
  const flush = async () => {
    const surroundings = await surroundingsOf(db, kind, batch);
    const relinked = (stored: Fact<C>) => {
      const folded = kind.fold(stored._id, stored.claims);
      const next = folded && placeFact(kind, folded, surroundings, stored);
      return next === undefined || isSameFact(stored, next) ? undefined : next;
    };
    const changing = batch.filter((fact) => relinked(fact) !== undefined);
    batch = [];
    if (changing.length === 0) return;
    const keys = changing.flatMap(({ handle }) => (handle === undefined ? [] : [handleKey(handle)]));
    await touch(keys);
    await writeGuarded<Fact<C>>(
      collection,
      changing.map(({ _id }) => _id),
      (stored) => stored && relinked(stored),
    );
    await touch(keys);
  };
  for await (const fact of collection.find(filter)) {
    batch.push(fact as Fact<C>);
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}
