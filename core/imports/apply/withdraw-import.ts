import type { Connection } from "mongoose";
import { allBrands } from "../../brands/find-brand.js";
import { withoutImport } from "../../claims/join-claims.js";
import { creatorModel } from "../../creators/creator-model.js";
import { markStale } from "../../creators/mark-stale.js";
import { recomputeCreators } from "../../creators/recompute-creators.js";
import { recomputeStale } from "../../creators/recompute-stale.js";
import { collectionOf } from "../../mongo/model-of.js";
import { writeGuarded } from "../../mongo/write-guarded.js";
import { type CreatorKey, handleKey, handleOf } from "../../sightings/sighting.js";
import { sightingModel } from "../../sightings/sighting-model.js";
import { importModel } from "../import-model.js";
import { changeOf, type FactChange } from "./change-of-fact.js";
import { type Fact, type FactKind, type PlacedFact, PRODUCT_FACTS, SAMPLE_FACTS, VIDEO_FACTS } from "./fact-kinds.js";
import { placeAgain, placeFact, surroundingsOf } from "./place-facts.js";
import { type RenamedProducts, relinkFacts } from "./relink-facts.js";

const BATCH = 2_000;

/**
 * Takes an import's sightings and row claims away and computes again whatever they touched.
 *
 * Creators are marked stale both before and after something of theirs goes: before, so that whoever goes on after a
 * crash finds them by that mark; after, because a writer in between may have computed them with what was still there.
 */
export async function withdrawImport(db: Connection, seq: number, now: Date): Promise<void> {
  const brands = await allBrands(db);
  const renamed = await noteRenamed(db, seq);
  /** Whose samples and videos changed while an import was about to bring them: there was nobody to be marked. */
  const coming = new Set<CreatorKey>();
  const mark = async (keys: readonly CreatorKey[]) => {
    await markSeen(db, keys);
    for (const key of await keysOfNobody(db, keys)) coming.add(key);
  };
  for (const kind of [SAMPLE_FACTS, VIDEO_FACTS, PRODUCT_FACTS] as FactKind<object>[]) {
    await withdrawClaims(db, kind, seq, { renamed, mark });
  }
  for (const brandId of brands.keys()) await relinkFacts(db, brandId, renamed, mark);
  await collectionOf(importModel(db)).updateOne({ seq }, { $unset: { renamed: "" } });
  await withdrawSightings(db, seq);
  await recomputeCreators({ db, brands, now }, [...coming]);
  await recomputeStale(db, now);
}

async function keysOfNobody(db: Connection, keys: readonly CreatorKey[]): Promise<CreatorKey[]> {
  const found = await collectionOf(creatorModel(db))
    .find({ keys: { $in: [...keys] } })
    .project<{ keys: CreatorKey[] }>({ keys: 1 })
    .toArray();
  const known = new Set(found.flatMap((creator) => creator.keys));
  return keys.filter((key) => !known.has(key));
}

/**
 * Names and SKUs that mean other products once the import's claims are gone. Noted with the import first: when this is
 * cut off after the products have changed, nothing else tells what has to be linked anew.
 */
async function noteRenamed(db: Connection, seq: number): Promise<RenamedProducts> {
  const imports = collectionOf(importModel(db));
  const noted = (await imports.findOne({ seq }, { projection: { renamed: 1 } }))?.renamed;
  const renamed: RenamedProducts = { names: new Set(noted?.names), skus: new Set(noted?.skus) };
  const stored = PRODUCT_FACTS.collection(db).find({ seqs: seq });
  for await (const product of stored) {
    const left = PRODUCT_FACTS.fold(product._id, withoutImport(product.claims, seq));
    for (const { name, skus = [] } of left === undefined ? [product] : [product, left]) {
      if (name !== undefined) renamed.names.add(name);
      for (const sku of skus) renamed.skus.add(sku);
    }
  }
  const [names, skus] = [[...renamed.names], [...renamed.skus]];
  if (names.length + skus.length > 0) await imports.updateOne({ seq }, { $set: { renamed: { names, skus } } });
  return renamed;
}

async function withdrawSightings(db: Connection, seq: number): Promise<void> {
  const sightings = collectionOf(sightingModel(db));
  for (;;) {
    const batch = await sightings
      .find({ seq })
      .project<{ _id: string; key: CreatorKey; bindings?: { handle: string }[] }>({ key: 1, bindings: 1 })
      .limit(BATCH)
      .toArray();
    if (batch.length === 0) return;
    const seen = batch.flatMap(({ key, bindings = [] }) => [key, ...bindings.map(({ handle }) => handleKey(handle))]);
    // Whoever has shown one of the handles may have what was seen under it then.
    const handles = seen.flatMap((key) => handleOf(key) ?? []);
    const keys = [...seen, ...(await sightings.distinct("key", { "bindings.handle": { $in: handles } }))];
    await markSeen(db, keys);
    await sightings.deleteMany({ _id: { $in: batch.map(({ _id }) => _id) } });
    await markSeen(db, keys);
  }
}

async function markSeen(db: Connection, keys: readonly CreatorKey[]): Promise<void> {
  if (keys.length > 0) await markStale(db, { keys: { $in: [...keys] } });
}

/**
 * Takes an import's claims off the records of one kind; a record that nothing else claims goes. All records are looked
 * through, by id: an index of who claims them would be paid for by every import, and undos are few.
 */
async function withdrawClaims<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  seq: number,
  { renamed, mark }: { renamed: RenamedProducts; mark: (keys: readonly CreatorKey[]) => Promise<void> },
): Promise<void> {
  const collection = kind.collection(db);
  for (let last = ""; ; ) {
    const facts = (await collection
      .find({ seqs: seq, _id: { $gt: last } } as never)
      .sort({ _id: 1 })
      .limit(BATCH)
      .toArray()) as Fact<C>[];
    if (facts.length === 0) return;
    last = facts.at(-1)?._id ?? last;
    const left = facts.flatMap(({ _id, claims }) => kind.fold(_id, withoutImport(claims, seq)) ?? []);
    const surroundings = await surroundingsOf(db, kind, left);
    const keys = [...facts, ...left].flatMap(({ handle }) => (handle === undefined ? [] : [handleKey(handle)]));
    await markSeen(db, keys);

    const decided = new Map<string, FactChange>();
    const written = new Map<string, PlacedFact<C>>();
    await writeGuarded<Fact<C>>(
      collection,
      facts.map(({ _id }) => _id),
      (stored, id) => {
        if (stored === undefined || !stored.seqs.includes(seq)) return undefined;
        const folded = kind.fold(id, withoutImport(stored.claims, seq));
        const next = folded && placeFact(kind, folded, surroundings, stored);
        decided.set(id, changeOf(kind, stored, next));
        if (next === undefined) written.delete(id);
        else written.set(id, next);
        return next ?? "delete";
      },
    );
    await placeAgain(db, kind, written, surroundings);
    await mark([...keys, ...[...decided.values()].flatMap(({ touched }) => touched)]);
    for (const { names, skus } of [...decided.values()].map((change) => change.renamed)) {
      for (const name of names) renamed.names.add(name);
      for (const sku of skus) renamed.skus.add(sku);
    }
  }
}
