import type { Connection } from "mongoose";
import { type Actor, can, requireSomewhere } from "../access/actor.js";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { inBatches } from "../mongo/in-batches.js";
import { collectionOf } from "../mongo/model-of.js";
import { sampleModel } from "../samples/sample-model.js";
import { type CreatorKey, handleKey } from "../sightings/sighting.js";
import { videoModel } from "../videos/video-model.js";
import { DoublePairs, type DoubleReason } from "./double-pairs.js";
import { editModel } from "./edit-model.js";
import { isThereFor } from "./find-creator.js";
import { nearKeys } from "./near-handles.js";

export interface DoubleCreator {
  id: string;
  handle?: string;
  name?: string;
}

/** Two creators who may be one person, and why. */
export interface LikelyDouble {
  creators: [DoubleCreator, DoubleCreator];
  reasons: DoubleReason[];
}

export interface LikelyDoubles {
  pairs: LikelyDouble[];
  /** How many there are in all. */
  total: number;
}

const PAGE = 50;

/** Creators of whom two may be one person, the likeliest first; without the pairs that a person has dismissed. */
export async function likelyDoubles(
  db: Connection,
  { actor, limit = PAGE }: { actor: Actor; limit?: number },
): Promise<LikelyDoubles> {
  // Only who sees contacts may see that two have the same.
  requireSomewhere(actor, "see-contacts");
  const all = await ofTheirs(db, (await findDoubles(db)).all(), actor);
  const shown = all.slice(0, limit);
  const found = await collectionOf(creatorModel(db))
    .find({ _id: { $in: shown.flatMap(({ ids }) => ids) } })
    .project<Pick<Creator, "_id" | "handle" | "firstName" | "lastName">>({ handle: 1, firstName: 1, lastName: 1 })
    .toArray();
  const byId = new Map(found.map((creator) => [creator._id, creator]));
  const shownAs = (id: string): DoubleCreator => {
    const { handle, firstName, lastName } = byId.get(id) ?? {};
    const name = [firstName, lastName].filter(Boolean).join(" ");
    return { id, ...(handle ? { handle } : {}), ...(name ? { name } : {}) };
  };
  return {
    pairs: shown.map(({ ids, reasons }) => ({
      creators: [shownAs(ids[0]), shownAs(ids[1])],
      reasons: [...reasons].sort(),
    })),
    total: all.length,
  };
}

/** The pairs of whom both work with brands whose contacts somebody may see. */
async function ofTheirs<P extends { ids: readonly string[] }>(db: Connection, pairs: P[], actor: Actor): Promise<P[]> {
  if (can(actor, "see-contacts")) return pairs;
  const found = await collectionOf(creatorModel(db))
    .find({ _id: { $in: pairs.flatMap(({ ids }) => ids) } })
    .project<Pick<Creator, "_id" | "brandIds">>({ brandIds: 1 })
    .toArray();
  const theirs = new Set(found.filter((each) => isThereFor(actor, each, "see-contacts")).map(({ _id }) => _id));
  return pairs.filter(({ ids }) => ids.every((id) => theirs.has(id)));
}

/** Every pair, by a few passes over creators, samples and videos: none is compared with all others. */
export async function findDoubles(db: Connection): Promise<DoublePairs> {
  const pairs = new DoublePairs();
  await addSameContacts(db, pairs);
  await addSameNames(db, pairs);
  await addSharedRecords(db, pairs);
  await removeDismissed(db, pairs);
  return pairs;
}

/** Within MongoDB, by the indexes of e-mail and phone; masked numbers fit many. */
async function addSameContacts(db: Connection, pairs: DoublePairs): Promise<void> {
  const creators = collectionOf(creatorModel(db));
  const shared = (field: "email" | "phone", known: object) =>
    creators
      .aggregate<{ ids: string[] }>(
        [
          { $match: known },
          { $group: { _id: `$${field}`, ids: { $push: "$_id" }, count: { $sum: 1 } } },
          { $match: { count: { $gt: 1 } } },
        ],
        { allowDiskUse: true },
      )
      .toArray();
  for (const { ids } of await shared("email", { email: { $gt: "" } })) pairs.addGroup(ids, "same e-mail");
  for (const { ids } of await shared("phone", { phone: { $gt: "" }, phoneVerified: true })) {
    pairs.addGroup(ids, "same phone");
  }
}

interface Namesake {
  id: string;
  handles: string[];
  line1?: string;
  zip?: string;
}

/** Namesakes with one address; namesakes with near handles. A first name alone is nobody's. */
async function addSameNames(db: Connection, pairs: DoublePairs): Promise<void> {
  const groups = collectionOf(creatorModel(db)).aggregate<{ namesakes: Namesake[] }>(
    [
      { $match: { firstName: { $gt: "" }, lastName: { $gt: "" } } },
      {
        $group: {
          _id: "$search.name",
          namesakes: { $push: { id: "$_id", handles: "$handles", line1: "$address.line1", zip: "$zip" } },
          count: { $sum: 1 },
        },
      },
      { $match: { count: { $gt: 1 } } },
    ],
    { allowDiskUse: true },
  );
  for await (const { namesakes } of groups) {
    addByKey(pairs, namesakes, "same name and address", ({ line1, zip }) =>
      line1 && zip ? [`${line1.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")} ${zip.slice(0, 5)}`] : [],
    );
    addByKey(pairs, namesakes, "near handles", ({ handles }) => handles.flatMap(nearKeys));
  }
}

function addByKey(
  pairs: DoublePairs,
  namesakes: readonly Namesake[],
  reason: DoubleReason,
  keysOf: (namesake: Namesake) => string[],
): void {
  const sharing = new Map<string, string[]>();
  for (const namesake of namesakes) {
    for (const key of new Set(keysOf(namesake))) {
      const others = sharing.get(key);
      if (others === undefined) sharing.set(key, [namesake.id]);
      else others.push(namesake.id);
    }
  }
  for (const ids of sharing.values()) if (ids.length > 1) pairs.addGroup(ids, reason);
}

/** One order, or one video, that rows name under several handles. */
async function addSharedRecords(db: Connection, pairs: DoublePairs): Promise<void> {
  const handlesOf = (key: string) => [
    { $project: { key: `$${key}`, handles: { $setUnion: ["$claims.content.handle", []] } } },
    { $group: { _id: "$key", all: { $addToSet: "$handles" } } },
    // Nearly always every row names the same handle: those are left out.
    { $match: { $or: [{ "all.1": { $exists: true } }, { "all.0.1": { $exists: true } }] } },
  ];
  const options = { allowDiskUse: true };
  const orders = await collectionOf(sampleModel(db))
    .aggregate<{ all: string[][] }>(handlesOf("orderId"), options)
    .toArray();
  const videos = await collectionOf(videoModel(db))
    .aggregate<{ all: string[][] }>(handlesOf("videoId"), options)
    .toArray();

  const handles = [...orders, ...videos].flatMap(({ all }) => all.flat());
  const idOf = await idsOf(db, handles.map(handleKey));
  for (const [records, reason] of [
    [orders, "same order"],
    [videos, "same video"],
  ] as const) {
    for (const { all } of records) {
      const ids = all.flat().flatMap((handle) => idOf.get(handleKey(handle)) ?? []);
      if (new Set(ids).size > 1) pairs.addGroup(ids, reason);
    }
  }
}

const BATCH = 5_000;

/** Who has each of these names now. */
async function idsOf(db: Connection, keys: readonly CreatorKey[]): Promise<Map<CreatorKey, string>> {
  const distinct = [...new Set(keys)];
  const ids = new Map<CreatorKey, string>();
  for (const some of inBatches(distinct, BATCH)) {
    const found = collectionOf(creatorModel(db))
      .find({ keys: { $in: some } })
      .project<Pick<Creator, "_id" | "keys">>({ keys: 1 });
    for await (const { _id, keys: held } of found) for (const key of held) ids.set(key, _id);
  }
  return ids;
}

async function removeDismissed(db: Connection, pairs: DoublePairs): Promise<void> {
  const edits = await collectionOf(editModel(db))
    .find({ "change.kind": "notDoubles", undone: { $exists: false } })
    .toArray();
  const dismissed = edits.flatMap(({ key, change }) =>
    change.kind === "notDoubles" ? [[key, change.of] as const] : [],
  );
  const idOf = await idsOf(db, dismissed.flat());
  for (const [one, other] of dismissed) pairs.remove(idOf.get(one) ?? "", idOf.get(other) ?? "");
}
