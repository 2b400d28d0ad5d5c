import type { Connection } from "mongoose";
import { writeGuarded } from "../../mongo/write-guarded.js";
import type { CreatorKey } from "../../sightings/sighting.js";
import { handleKey } from "../../sightings/sighting.js";
import { type Fact, type FactKind, SAMPLE_FACTS, VIDEO_FACTS } from "./fact-kinds.js";
import { isSameFact, placeFact, surroundingsOf } from "./write-facts.js";

/** Names and SKUs of products that came, went or changed. */
export interface RenamedProducts {
  names: Set<string>;
  skus: Set<string>;
}

const BATCH = 2_000;

/**
 * Finds the products of samples and videos anew whose product name or SKU has come to mean another product.
 *
 * @returns the creators whose products changed
 */
export async function relinkFacts(
  db: Connection,
  brandId: string,
  { names, skus }: RenamedProducts,
): Promise<Set<CreatorKey>> {
  const touched = new Set<CreatorKey>();
  if (names.size + skus.size === 0) return touched;
  const named = { $in: [...names] };
  await relink(db, SAMPLE_FACTS, { brandId, $or: [{ productName: named }, { skuId: { $in: [...skus] } }] }, touched);
  await relink(db, VIDEO_FACTS, { brandId, productNames: named }, touched);
  return touched;
}

async function relink<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  filter: object,
  touched: Set<CreatorKey>,
): Promise<void> {
  const collection = kind.collection(db);
  let batch: Fact<C>[] = [];
  const flush = async () => {
    const surroundings = await surroundingsOf(db, batch);
    await writeGuarded<Fact<C>>(
      collection,
      batch.map(({ _id }) => _id),
      (stored, id) => {
        if (stored === undefined) return undefined;
        const folded = kind.fold(id, stored.claims);
        const next = folded && placeFact(kind, folded, surroundings, stored);
        if (next === undefined || isSameFact(stored, next)) return undefined;
        if (next.handle !== undefined) touched.add(handleKey(next.handle));
        return next;
      },
    );
    batch = [];
  };
  for await (const fact of collection.find(filter)) {
    batch.push(fact as Fact<C>);
    if (batch.length >= BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}
