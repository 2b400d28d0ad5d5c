import type { Filter } from "mongodb";
import type { Connection } from "mongoose";
import type { Edit } from "../edits/edit.js";
import { editModel } from "../edits/edit-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { unfolded } from "../sightings/fold-sightings.js";
import { type CreatorKey, handleKey, handleOf, type Sighting } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import type { Snapshot } from "../snapshots/snapshot.js";
import { snapshotModel } from "../snapshots/snapshot-model.js";
import type { BrandCreator } from "./brand-creator.js";
import { brandCreatorModel } from "./brand-creator-model.js";
import type { Creator } from "./creator.js";
import { creatorIdOf } from "./creator-id.js";
import { creatorModel } from "./creator-model.js";

/** Everything stored about a group of names that may mean the same people. */
export interface Evidence {
  keys: Set<CreatorKey>;
  creators: Creator[];
  links: BrandCreator[];
  snapshots: Snapshot[];
  sightings: Sighting[];
  edits: Edit[];
  /** Ids that a creator first seen under one of the names would get, and that are somebody else's by now. */
  takenIds: Set<string>;
}

/** Ids that are tried for a new creator: that several are taken is as good as impossible. */
const ATTEMPTS = [0, 1, 2];

/** Reads records before the evidence, so that a write guarded by their `rev` has seen all evidence up to that `rev`. */
export async function gatherEvidence(db: Connection, keys: readonly CreatorKey[]): Promise<Evidence> {
  const names = new Set(keys);
  for (;;) {
    const known = names.size;
    const among = { $in: [...names] };
    const handles = [...names].flatMap((key) => handleOf(key) ?? []);
    const creators = await collectionOf(creatorModel(db)).find({ keys: among }).toArray();
    for (const { keys: held, released = [] } of creators) for (const key of [...held, ...released]) names.add(key);
    const ofThese = { creatorId: { $in: creators.map(({ _id }) => _id) } };
    const [links, snapshots] = await Promise.all([
      collectionOf(brandCreatorModel(db)).find(ofThese).toArray(),
      collectionOf(snapshotModel(db)).find(ofThese).toArray(),
    ]);
    const sightings = await collectionOf(sightingModel(db))
      .find({ $or: [{ key: among }, { "bindings.handle": { $in: handles } }] } as Filter<Sighting>)
      .toArray();
    const edits = await collectionOf(editModel(db))
      .find({ keys: among, undone: { $exists: false } })
      .toArray();
    for (const { key, bindings = [] } of sightings) {
      names.add(key);
      for (const { handle } of bindings) names.add(handleKey(handle));
    }
    for (const edit of edits) for (const key of edit.keys) names.add(key);
    if (names.size === known) {
      const takenIds = await findTakenIds(db, names);
      return { keys: names, creators, links, snapshots, sightings: sightings.flatMap(unfolded), edits, takenIds };
    }
  }
}

async function findTakenIds(db: Connection, names: ReadonlySet<CreatorKey>): Promise<Set<string>> {
  const ids = [...names].flatMap((key) => ATTEMPTS.map((attempt) => creatorIdOf(key, attempt)));
  const taken = collectionOf(creatorModel(db))
    .find({ _id: { $in: ids } })
    .project<{ _id: string }>({ _id: 1 });
  return new Set((await taken.toArray()).map(({ _id }) => _id));
}
