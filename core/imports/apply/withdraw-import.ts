import type { Connection } from "mongoose";
import { allBrands } from "../../brands/find-brand.js";
import { withoutImport } from "../../claims/join-claims.js";
import { creatorModel } from "../../creators/creator-model.js";
import { recomputeCreators } from "../../creators/recompute-creators.js";
import { collectionOf } from "../../mongo/model-of.js";
import { writeGuarded } from "../../mongo/write-guarded.js";
import { type CreatorKey, handleKey } from "../../sightings/sighting.js";
import { sightingModel } from "../../sightings/sighting-model.js";
import { type Fact, type FactKind, PRODUCT_FACTS, SAMPLE_FACTS, VIDEO_FACTS } from "./fact-kinds.js";
import { type RenamedProducts, relinkFacts } from "./relink-facts.js";
import { changeOf, isSameFact, placeFact, surroundingsOf } from "./write-facts.js";

const BATCH = 2_000;

/**
 * Takes an import's sightings and row claims away and computes again whatever they touched.
 *
 * What it will touch is marked stale first: when this is cut off, whoever goes on finds it by that mark.
 */
export async function withdrawImport(db: Connection, seq: number, now: Date): Promise<void> {
  const brands = await allBrands(db);
  const sightings = collectionOf(sightingModel(db));
  for await (const keys of keysOf(db, seq)) await markStale(db, keys);

  const renamed: RenamedProducts = { names: new Set(), skus: new Set() };
  await withdrawClaims(db, SAMPLE_FACTS, seq, renamed);
  await withdrawClaims(db, VIDEO_FACTS, seq, renamed);
  await withdrawClaims(db, PRODUCT_FACTS, seq, renamed);
  for (const brandId of brands.keys()) await markStale(db, [...(await relinkFacts(db, brandId, renamed))]);

  await sightings.deleteMany({ seq });
  await recomputeStale(db, now);
}

/** Computes again every creator that is marked stale. */
export async function recomputeStale(db: Connection, now: Date): Promise<number> {
  const brands = await allBrands(db);
  const creators = collectionOf(creatorModel(db));
  let count = 0;
  for (;;) {
    const stale = await creators
      .find({ stale: true })
      .project<{ keys: CreatorKey[] }>({ keys: 1 })
      .limit(BATCH)
      .toArray();
    if (stale.length === 0) return count;
    count += stale.length;
    await recomputeCreators(
      { db, brands, now },
      stale.flatMap(({ keys }) => keys),
    );
  }
}

async function* keysOf(db: Connection, seq: number): AsyncGenerator<CreatorKey[]> {
  let batch: CreatorKey[] = [];
  const cursor = collectionOf(sightingModel(db))
    .find({ seq })
    .project<{ key: CreatorKey; bindings?: { handle: string }[] }>({ key: 1, bindings: 1 });
  for await (const { key, bindings = [] } of cursor) {
    batch.push(key, ...bindings.map(({ handle }) => handleKey(handle)));
    if (batch.length >= BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Marks creators as to be computed in full; every write that was computed before loses its guard. */
export async function markStale(db: Connection, keys: readonly CreatorKey[]): Promise<void> {
  if (keys.length === 0) return;
  await collectionOf(creatorModel(db)).updateMany(
    { keys: { $in: [...keys] } },
    { $set: { stale: true }, $inc: { rev: 1 } },
  );
}

/** Takes an import's claims off the records of one kind; a record that nothing else claims goes. */
async function withdrawClaims<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  seq: number,
  renamed: RenamedProducts,
): Promise<void> {
  const collection = kind.collection(db);
  for (;;) {
    const facts = (await collection
      .find({ seqs: seq } as never)
      .limit(BATCH)
      .toArray()) as Fact<C>[];
    if (facts.length === 0) return;
    const left = facts.flatMap(({ _id, claims }) => kind.fold(_id, withoutImport(claims, seq)) ?? []);
    const surroundings = await surroundingsOf(db, left);
    await markStale(
      db,
      [...facts, ...left].flatMap(({ handle }) => (handle === undefined ? [] : [handleKey(handle)])),
    );

    const decided = new Map<string, ReturnType<typeof changeOf>["renamed"]>();
    await writeGuarded<Fact<C>>(
      collection,
      facts.map(({ _id }) => _id),
      (stored, id) => {
        if (stored === undefined || !stored.seqs.includes(seq)) return undefined;
        const folded = kind.fold(id, withoutImport(stored.claims, seq));
        const next = folded && placeFact(kind, folded, surroundings, stored);
        if (next === undefined || !isSameFact(stored, next, { claims: false })) {
          decided.set(id, changeOf(kind, id, seq, stored, next).renamed);
        }
        return next ?? "delete";
      },
    );
    for (const { names, skus } of decided.values()) {
      for (const name of names) renamed.names.add(name);
      for (const sku of skus) renamed.skus.add(sku);
    }
  }
}
