import { isDeepStrictEqual } from "node:util";
import type { AnyBulkWriteOperation, Filter } from "mongodb";
import type { Guarded } from "../mongo/write-guarded.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { foldSnapshots } from "../snapshots/fold-snapshots.js";
import type { Snapshot } from "../snapshots/snapshot.js";
import type { BrandCreator } from "./brand-creator.js";
import type { ComputedCreator } from "./compute-creators.js";
import type { Creator } from "./creator.js";
import type { Evidence } from "./gather-evidence.js";
import type { PresentedCreator } from "./present-creator.js";

/** A creator that is stored already, and what becomes of it. */
export interface KnownCreator {
  stored: Creator;
  creator: Omit<Creator, "rev">;
}

/** What makes stored documents those that were computed. */
export interface Changes<D extends Guarded> {
  operations: AnyBulkWriteOperation<D>[];
  inserts: D[];
}

/** All that has to be written for creators to be what was computed of them. */
export interface WritePlan {
  known: KnownCreator[];
  added: Omit<Creator, "rev">[];
  /** Supported by nothing any more, or become one with others. */
  gone: Creator[];
  links: Changes<BrandCreator>;
  snapshots: Changes<Snapshot>;
  /** Names change hands: samples and videos may have to follow them. */
  isRenamed: boolean;
  /** More than the creators themselves is to be written. */
  isMore: boolean;
}

/** Compares what was gathered with what was computed of it. */
export function planWrites(gathered: Evidence, presented: readonly (ComputedCreator & PresentedCreator)[]): WritePlan {
  const known = presented.flatMap(({ stored, creator }) => (stored ? [{ stored, creator }] : []));
  const added = presented.flatMap(({ stored, creator }) => (stored ? [] : [creator]));
  const kept = new Set(known.map(({ stored }) => stored._id));
  const gone = gathered.creators.filter(({ _id }) => !kept.has(_id));
  const ofGone = new Set(gone.map(({ _id }) => _id));
  const isOfKept = ({ creatorId }: { creatorId: string }) => !ofGone.has(creatorId);
  const links = changesOf<BrandCreator>(
    gathered.links.filter(isOfKept),
    presented.flatMap((entry) => entry.links),
  );
  const snapshots = changesOf<Snapshot>(
    gathered.snapshots.filter(isOfKept),
    presented.flatMap(({ id, sightings }) => foldSnapshots(id, sightings)),
  );
  const isRenamed = gone.length + added.length > 0 || known.some(hasOtherKeys);
  return {
    known,
    added,
    gone,
    links,
    snapshots,
    isRenamed,
    isMore: isRenamed || !isNothing(links) || !isNothing(snapshots),
  };
}

/** Names that a creator has no more. */
export const lostKeys = ({ stored, creator }: KnownCreator): CreatorKey[] =>
  stored.keys.filter((key) => !creator.keys.includes(key));

function hasOtherKeys({ stored, creator }: KnownCreator): boolean {
  return stored.keys.length !== creator.keys.length || lostKeys({ stored, creator }).length > 0;
}

const isNothing = ({ operations, inserts }: { operations: unknown[]; inserts: unknown[] }): boolean =>
  operations.length + inserts.length === 0;

/** What makes the documents that were gathered the ones that were computed. */
function changesOf<D extends Guarded>(before: readonly D[], after: readonly Omit<D, "rev">[]): Changes<D> {
  const stored = new Map(before.map((document) => [document._id, document]));
  const next = new Map(after.map((document) => [(document as D)._id, document]));
  const operations: AnyBulkWriteOperation<D>[] = [];
  for (const [_id, old] of stored) {
    const filter = { _id, rev: old.rev } as Filter<D>;
    const document = next.get(_id);
    if (document === undefined) operations.push({ deleteOne: { filter } });
    else if (!isSame(old, document)) {
      operations.push({ replaceOne: { filter, replacement: { ...document, rev: old.rev + 1 } as never } });
    }
  }
  const fresh = after.filter((document) => !stored.has((document as D)._id));
  const inserts = fresh.map((document) => ({ ...document, rev: 1 }) as unknown as D);
  return { operations, inserts };
}

/** Whether a computed document says what the stored one says, bookkeeping aside. */
function isSame<D extends Guarded>(stored: D, next: Omit<D, "rev">): boolean {
  return isDeepStrictEqual({ ...stored, updatedAt: null, rev: 0 }, { ...next, updatedAt: null, rev: 0 });
}
