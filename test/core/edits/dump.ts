import type { Connection } from "mongoose";
import { brandCreatorModel } from "../../../core/creators/brand-creator-model.js";
import { creatorModel } from "../../../core/creators/creator-model.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { sampleModel } from "../../../core/samples/sample-model.js";
import { snapshotModel } from "../../../core/snapshots/snapshot-model.js";

/** The state of everything about creators, with names in place of ids, and without times and bookkeeping. */
export async function dump(db: Connection): Promise<unknown> {
  const creators = await collectionOf(creatorModel(db)).find().toArray();
  const nameOf = new Map(creators.map(({ _id, keys }) => [_id, [...keys].sort().join(" ")]));
  const name = (id: string | undefined) => nameOf.get(id ?? "") ?? `nobody (${id})`;
  const links = await collectionOf(brandCreatorModel(db)).find().toArray();
  const samples = await collectionOf(sampleModel(db)).find().toArray();
  const snapshots = await collectionOf(snapshotModel(db)).find().toArray();
  const sorted = (list: unknown[]) => list.map((item) => JSON.stringify(item, sortKeys)).sort();
  return {
    creators: sorted(creators.map((creator) => ({ ...creator, ...UNTOLD, keys: [...creator.keys].sort() }))),
    links: sorted(links.map((link) => ({ ...link, ...UNTOLD, creatorId: name(link.creatorId) }))),
    samples: sorted(samples.map((sample) => ({ ...sample, rev: 0, creatorId: name(sample.creatorId) }))),
    snapshots: sorted(snapshots.map((snapshot) => ({ ...snapshot, ...UNTOLD, creatorId: name(snapshot.creatorId) }))),
  };
}

const UNTOLD = { _id: 0, rev: 0, updatedAt: 0 };

function sortKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
