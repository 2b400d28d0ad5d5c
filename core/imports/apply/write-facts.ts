import { isDeepStrictEqual } from "node:util";
import type { Connection } from "mongoose";
import { joinClaims, withoutImport } from "../../claims/join-claims.js";
import { creatorIdOf } from "../../creators/creator-id.js";
import { creatorModel } from "../../creators/creator-model.js";
import { collectionOf } from "../../mongo/model-of.js";
import { writeGuarded } from "../../mongo/write-guarded.js";
import { type CreatorKey, handleKey } from "../../sightings/sighting.js";
import type { Claims } from "../plan/planned-window.js";
import type { Fact, FactKind } from "./fact-kinds.js";
import { findProductLinks, linkProducts, type ProductLinks } from "./product-links.js";

/** What an import did to the records of one kind. */
export interface FactChanges {
  new: number;
  updated: number;
  /** Creators whose records changed: their totals have to be counted anew. */
  touched: Set<CreatorKey>;
  /** Names and SKUs of products that came or changed: what else has them may mean another product now. */
  renamed: { names: Set<string>; skus: Set<string> };
  /** Records of this import that another brand holds, for each holder. */
  outranked: Map<string, number>;
}

const BATCH = 5_000;

/** Stores what an import's rows say about samples, videos or products. */
export async function writeClaims<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  claims: Claims<C>,
  { seq, brandId }: { seq: number; brandId: string },
): Promise<FactChanges> {
  const changes: FactChanges = {
    new: 0,
    updated: 0,
    touched: new Set(),
    renamed: { names: new Set(), skus: new Set() },
    outranked: new Map(),
  };
  const ids = [...claims.keys()];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const folded = new Map(batch.map((id) => [id, kind.fold(id, claims.get(id) ?? [])]));
    const surroundings = await surroundingsOf(
      db,
      [...folded.values()].flatMap((fact) => fact ?? []),
    );
    /** The last decision about each record is the one that was written. */
    const decided = new Map<string, FactChange>();
    const written = new Map<string, PlacedFact<C>>();
    await writeGuarded<Fact<C>>(kind.collection(db), batch, (stored, id) => {
      const joined = stored ? kind.fold(id, joinClaims(stored.claims, claims.get(id) ?? [])) : folded.get(id);
      const next = joined && placeFact(kind, joined, surroundings, stored);
      decided.set(id, changeOf(kind, id, seq, stored, next));
      if (next === undefined || (stored && isSameFact(stored, next))) {
        written.delete(id);
        return undefined;
      }
      written.set(id, next);
      return next;
    });
    for (const key of await placeAgain(db, kind, written, surroundings)) changes.touched.add(key);
    for (const change of decided.values()) count(changes, change, brandId);
  }
  return changes;
}

/** A record with its creator and its products. */
export type PlacedFact<C> = Omit<Fact<C>, "rev">;

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
    const around = await surroundingsOf(db, [...left.values()]);
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

/** What a decision about one record means for the report and for its creators. */
export interface FactChange {
  new: number;
  updated: number;
  touched: CreatorKey[];
  renamed: { names: string[]; skus: string[] };
  holder?: string;
}

/** Counts what changed; a record that an earlier stretch of the file has counted is not counted twice. */
export function changeOf<C extends object>(
  kind: FactKind<C>,
  id: string,
  seq: number,
  stored: Omit<Fact<C>, "rev"> | undefined,
  next: Omit<Fact<C>, "rev"> | undefined,
): FactChange {
  const isCounted = stored?.seqs.includes(seq) === true;
  const before = isCounted ? kind.fold(id, withoutImport(stored.claims, seq)) : stored;
  const counted = isCounted ? category(before, stored) : undefined;
  const now = category(before, next);
  const isChanged = stored === undefined || next === undefined || !isSameFact(stored, next, "counted");
  const sides = isChanged ? [stored, next] : [];
  return {
    new: Number(now === "new") - Number(counted === "new"),
    updated: Number(now === "updated") - Number(counted === "updated"),
    touched: sides.flatMap((side) => (side?.handle === undefined ? [] : [handleKey(side.handle)])),
    renamed: {
      names: kind.name === "products" ? sides.flatMap((side) => side?.name ?? []) : [],
      skus: sides.flatMap((side) => side?.skus ?? []),
    },
    ...(next ? { holder: next.brandId } : {}),
  };
}

function category<C>(
  before: Omit<Fact<C>, "rev"> | undefined,
  after: Omit<Fact<C>, "rev"> | undefined,
): "new" | "updated" | undefined {
  if (after === undefined) return undefined;
  if (before === undefined) return "new";
  return isSameFact(before, after, "content") ? undefined : "updated";
}

function count(changes: FactChanges, change: FactChange, brandId: string): void {
  changes.new += change.new;
  changes.updated += change.updated;
  for (const key of change.touched) changes.touched.add(key);
  for (const name of change.renamed.names) changes.renamed.names.add(name);
  for (const sku of change.renamed.skus) changes.renamed.skus.add(sku);
  if (change.holder !== undefined && change.holder !== brandId) {
    changes.outranked.set(change.holder, (changes.outranked.get(change.holder) ?? 0) + 1);
  }
}

/** Who and what the records of a batch may be about. */
export interface Surroundings {
  creatorIds: ReadonlyMap<string, string>;
  links: ProductLinks;
}

/** Looks up creators and products for folded records, in two queries for all of them. */
export async function surroundingsOf(
  db: Connection,
  facts: readonly Omit<Fact<unknown>, "rev">[],
): Promise<Surroundings> {
  const handles = new Set(facts.flatMap(({ handle }) => handle ?? []));
  const brandIds = [...new Set(facts.map(({ brandId }) => brandId))];
  const names = new Set(facts.flatMap(({ productName, productNames }) => productNames ?? productName ?? []));
  const isSamples = facts[0] !== undefined && facts[0].productNames === undefined && facts[0].handle !== undefined;
  const skus = new Set(isSamples ? facts.map(({ _id }) => _id.slice(_id.indexOf(":") + 1)) : []);
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

/** What of two records is compared, beside bookkeeping. */
const IGNORED = {
  /** Also the rows that support them. */
  all: { rev: 0 },
  /** What creators are counted by: also whose it is, and which products are linked. */
  counted: { rev: 0, claims: 0, seqs: 0, asOf: 0 },
  /** What the rows say: a person would call it changed. */
  content: { rev: 0, claims: 0, seqs: 0, asOf: 0, creatorId: 0, productId: 0, productIds: 0 },
};

/** Whether two records say the same. */
export function isSameFact<C>(a: PlacedFact<C>, b: PlacedFact<C>, what: keyof typeof IGNORED = "all"): boolean {
  return isDeepStrictEqual({ ...a, ...IGNORED[what] }, { ...b, ...IGNORED[what] });
}
