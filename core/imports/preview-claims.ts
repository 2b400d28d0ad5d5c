import type { Connection } from "mongoose";
import type { Claim } from "../claims/claim.js";
import { joinClaims } from "../claims/join-claims.js";
import { inBatches } from "../mongo/in-batches.js";
import { changeOf } from "./apply/change-of-fact.js";
import type { Fact, FactKind } from "./apply/fact-kinds.js";
import type { FactCounts } from "./report-tally.js";

const BATCH = 5_000;

/** Counts what writing these records would change, each with all that the file says of it. Nothing is written. */
export async function previewClaims<C extends object>(
  db: Connection,
  kind: FactKind<C>,
  groups: AsyncIterable<ReadonlyMap<string, Claim<C>[]>>,
  brandId: string,
): Promise<FactCounts> {
  const outranked = new Map<string, number>();
  const counts = { named: 0, new: 0, updated: 0, outranked };
  for await (const claims of groups) {
    counts.named += claims.size;
    const ids = [...claims.keys()];
    for (const batch of inBatches(ids, BATCH)) {
      const stored = await readFacts(db, kind, batch);
      for (const id of batch) {
        const before = stored.get(id);
        const next = kind.fold(id, joinClaims(before?.claims ?? [], claims.get(id) ?? []));
        const change = changeOf(kind, before, next);
        counts.new += change.new;
        counts.updated += change.updated;
        const { holder = brandId } = change;
        if (holder !== brandId) outranked.set(holder, (outranked.get(holder) ?? 0) + 1);
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
