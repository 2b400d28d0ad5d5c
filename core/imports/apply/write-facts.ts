import type { Connection } from "mongoose";
import { joinClaims } from "../../claims/join-claims.js";
import { inBatches } from "../../mongo/in-batches.js";
import { writeGuarded } from "../../mongo/write-guarded.js";
import type { CreatorKey } from "../../sightings/sighting.js";
import type { Claims } from "../plan/planned-chunk.js";
import { changeOf, type FactChange, isSameFact } from "./change-of-fact.js";
import type { Fact, FactKind, PlacedFact } from "./fact-kinds.js";
import { placeAgain, placeFact, surroundingsOf } from "./place-facts.js";

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
  for (const batch of inBatches(ids, BATCH)) {
    const folded = new Map(batch.map((id) => [id, kind.fold(id, claims.get(id) ?? [])]));
    const surroundings = await surroundingsOf(
      db,
      kind,
      [...folded.values()].flatMap((fact) => fact ?? []),
    );
    /** The last decision about each record that is not ours yet is the one that was written. */
    const decided = new Map<string, FactChange>();
    const written = new Map<string, PlacedFact<C>>();
    await writeGuarded<Fact<C>>(kind.collection(db), batch, (stored, id) => {
      const joined = stored ? kind.fold(id, joinClaims(stored.claims, claims.get(id) ?? [])) : folded.get(id);
      const next = joined && placeFact(kind, joined, surroundings, stored);
      const isSame = next === undefined || (stored !== undefined && isSameFact(stored, next));
      // Asked again because another record of its batch lost a race: what was decided, and written, stays.
      if (isSame && decided.has(id) && stored?.seqs.includes(seq)) return undefined;
      decided.set(id, changeOf(kind, stored, next));
      if (next === undefined || isSame) {
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
