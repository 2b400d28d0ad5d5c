import type { Connection } from "mongoose";
import type { Claim } from "../claims/claim.js";
import { joinClaims } from "../claims/join-claims.js";
import { changeOf } from "./apply/change-of-fact.js";
import type { Fact, FactKind } from "./apply/fact-kinds.js";

/** What a file's records of one kind would count in its report. */
export interface ClaimCounts {
  named: number;
  new: number;
  updated: number;
  /** Those that another brand holds, for each holder. */
  outranked: Map<string, number>;
}

const BATCH = 5_000;

/** Counts what writing these records would change, each with all that the file says of it. Nothing is written. */
export async function previewClaims<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  groups: AsyncIterable<ReadonlyMap<string, Claim<C>[]>>,
  brandId: string,
): Promise<ClaimCounts> {
  const counts: ClaimCounts = { named: 0, new: 0, updated: 0, outranked: new Map() };
  for await (const claims of groups) {
    counts.named += claims.size;
    const ids = [...claims.keys()];
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const stored = await readFacts(db, kind, batch);
      for (const id of batch) {
        const before = stored.get(id);
        const next = kind.fold(id, joinClaims(before?.claims ?? [], claims.get(id) ?? []));
        const change = changeOf(kind, before, next);
        counts.new += change.new;
        counts.updated += change.updated;
        const { holder = brandId } = change;
        if (holder !== brandId) counts.outranked.set(holder, (counts.outranked.get(holder) ?? 0) + 1);
      }
    }
  }
  return counts;
}

async function readFacts<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  ids: string[],
): Promise<Map<string, Fact<C>>> {
  const found = (await kind
    .collection(db)
    .find({ _id: { $in: ids } } as never)
    .toArray()) as Fact<C>[];
  return new Map(found.map((fact) => [fact._id, fact]));
}
