import { ObjectId } from "mongodb";
import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { computeCreators } from "../creators/compute-creators.js";
import type { Creator, EditedValue, SeenValue } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { rememberForgotten } from "../creators/forgotten.js";
import { gatherEvidence } from "../creators/gather-evidence.js";
import { markStale } from "../creators/mark-stale.js";
import { recomputeCreators } from "../creators/recompute-creators.js";
import type { Edit } from "../edits/edit.js";
import { editModel } from "../edits/edit-model.js";
import { findCreator } from "../edits/find-creator.js";
import { CrmError } from "../errors/crm-error.js";
import { importModel } from "../imports/import-model.js";
import { mentionModel } from "../imports/mention-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { membershipModel } from "../segments/membership-model.js";
import { type CreatorKey, handleOf } from "../sightings/sighting.js";
import { sightingModel } from "../sightings/sighting-model.js";
import { fold } from "../text/fold.js";
import { countFactsOf, eraseFactsOf } from "./erase-facts.js";
import { eraseWords } from "./erase-words.js";
import { type Named, namedBy, wordsWithout } from "./words-about.js";

/** What is erased with a creator. */
export interface ForgetReport {
  /** How it was called until now. */
  handle?: string;
  sightings: number;
  edits: number;
  samples: number;
  videos: number;
  /** Files as they came that still have rows about it: they are dropped when it can be undone no more. */
  originals: number;
}

/** What forgetting a creator would erase, for whoever may do it; nothing is written. */
export async function previewForget(db: Connection, who: string, { actor }: { actor: Actor }): Promise<ForgetReport> {
  const creator = await findCreator(db, who, actor);
  for (const brandId of creator.brandIds) requireRight(actor, "manage", brandId);
  return (await findTraces(db, creator)).report;
}

/**
 * Erases everything about a creator: sightings, edits, samples and videos of theirs, the record itself, and their names
 * in what people wrote elsewhere (queries, notes about others), where a neutral word takes their place. Hashes of
 * the handles, the user id, e-mails and numbers stay, so that later rows about them are rejected. It cannot be undone.
 *
 * The log keeps that somebody was forgotten, by whom and when, and not who.
 *
 * @throws CrmError `forbidden` without the right to manage every brand of the creator; `conflict` while an import runs
 */
export async function forgetCreator(
  db: Connection,
  who: string,
  { actor, now }: { actor: Actor; now: Date },
): Promise<ForgetReport> {
  const creator = await findCreator(db, who, actor);
  for (const brandId of creator.brandIds) requireRight(actor, "manage", brandId);
  await requireNoImport(db);
  const { report, ids, keys } = await findTraces(db, creator);

  await rememberForgotten(db, [{ keys: creator.keys }, ...contactsOf(creator)], now);
  // One that began in between has not been told.
  await requireNoImport(db);
  await logForgetting(db, creator, actor, now);
  await markStale(db, { _id: creator._id });
  // By name too: what was folded since is another document.
  await collectionOf(sightingModel(db)).deleteMany({ $or: [{ _id: { $in: ids.sightings } }, { key: { $in: keys } }] });
  await collectionOf(mentionModel(db)).deleteMany({ key: { $in: keys } });
  const heirs = await eraseFactsOf(db, creator._id, keys);
  const edits = collectionOf(editModel(db));
  const named = await edits.distinct("key", { "change.of": { $in: keys } });
  await edits.deleteMany({ $or: [{ _id: { $in: ids.edits } }, { "change.of": { $in: keys } }] });
  const handles = keys.flatMap((key) => handleOf(key) ?? []);
  await collectionOf(membershipModel(db)).deleteMany({
    $or: [{ creatorId: creator._id }, { handle: { $in: handles } }],
  });
  const spoken = await eraseWords(db, wordsWithout(await withoutSharedNames(db, creator, namedBy(creator, keys))));
  await recomputeCreators({ db, brands: await allBrands(db), now }, [...creator.keys, ...heirs, ...named, ...spoken]);
  return report;
}

/** A name that others have too is about them as well: what people wrote of it stays. */
async function withoutSharedNames(db: Connection, { _id }: Creator, named: Named): Promise<Named> {
  const others = { _id: { $ne: _id }, "search.name": { $in: named.names.map(fold) } };
  const shared = new Set(await collectionOf(creatorModel(db)).distinct("search.name", others));
  return { ...named, names: named.names.filter((name) => !shared.has(fold(name))) };
}

interface Traces {
  report: ForgetReport;
  ids: { sightings: string[]; edits: string[] };
  /** Names that nobody else ever had: whatever has one of them is about the creator. */
  keys: CreatorKey[];
}

/** A handle may have had other holders: what was seen of them under it is not this creator's. */
async function findTraces(db: Connection, creator: Creator): Promise<Traces> {
  const { identities } = computeCreators(await gatherEvidence(db, creator.keys), new Set());
  const contested = new Set(creator.contested);
  const keys = creator.keys.filter((key) => !contested.has(handleOf(key) ?? ""));
  const mine = keys.map((key) => identities.holderOf(key, "")).find((identity) => identity !== undefined);
  const isMine = (key: CreatorKey, day: string) => keys.includes(key) || identities.holderOf(key, day) === mine;

  const stored = await collectionOf(sightingModel(db))
    .find({ key: { $in: creator.keys } })
    .toArray();
  const sightings = stored.filter(({ key, asOf }) => isMine(key, asOf));
  const edits = (await editsOf(db, creator.keys)).filter(({ at, keys: about }) =>
    about.some((other) => isMine(other, at.toISOString().slice(0, 10))),
  );
  const seqs = [...new Set(sightings.map(({ seq }) => seq))];
  const originals = await collectionOf(importModel(db)).countDocuments({
    seq: { $in: seqs },
    foldedAt: { $exists: false },
  });
  const facts = await countFactsOf(db, creator._id, keys);
  const { handle } = creator;
  return {
    report: {
      ...(handle === undefined ? {} : { handle }),
      sightings: sightings.length,
      edits: edits.length,
      ...facts,
      originals,
    },
    ids: { sightings: sightings.map(({ _id }) => _id), edits: edits.map(({ _id }) => _id) },
    keys,
  };
}

/** Those taken back too. */
const editsOf = (db: Connection, keys: readonly CreatorKey[]): Promise<Edit[]> =>
  collectionOf(editModel(db))
    .find({ keys: { $in: [...keys] } })
    .toArray();

function contactsOf({ values, edited }: Pick<Creator, "values" | "edited">) {
  const all = <V>(seen: readonly SeenValue<V>[] = [], set?: EditedValue<V>) => [
    ...seen.map(({ value }) => value),
    ...(set?.value == null ? [] : [set.value]),
  ];
  return [
    ...all(values.email, edited.email).map((email) => ({ keys: [], email })),
    ...all(values.phone, edited.phone).map((phone) => ({ keys: [], phone })),
  ];
}

/** An import under way has been told before who is forgotten, and would bring the creator back. */
async function requireNoImport(db: Connection): Promise<void> {
  const running = await collectionOf(importModel(db)).findOne({ status: { $in: ["running", "undoing"] } });
  if (running === null) return;
  throw new CrmError("conflict", `import ${running._id} is running`, {
    say: `Import ${running._id} (${running.file}) is running. Forget when it is done.`,
  });
}

async function logForgetting(db: Connection, { brandIds }: Creator, actor: Actor, at: Date): Promise<void> {
  const [brandId = ""] = brandIds;
  await collectionOf(editModel(db)).insertOne({
    _id: new ObjectId().toHexString(),
    key: "forgotten",
    keys: [],
    brandId,
    change: { kind: "forget" },
    at,
    by: actor.id,
    via: actor.via,
  });
}
