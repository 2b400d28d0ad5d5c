import type { Connection } from "mongoose";
import { asViewer } from "../access/actor.js";
import { knownActor } from "../access/actor-of.js";
import type { Brand } from "../brands/brand.js";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { readQuery } from "../query/index.js";
import { nextMorning } from "./next-morning.js";
import { fieldsAsked, ownActs } from "./own-acts.js";
import { findSegment } from "./save-segment.js";
import { type SegmentChanges, type SegmentMember, segmentChanges } from "./segment-changes.js";
import { segmentQueries } from "./segment-queries.js";
import type { Subscription } from "./subscription.js";
import { subscriptionModel } from "./subscription-model.js";

/** What a place is told: who entered and left since the digest before. */
export interface Digest extends SegmentChanges {
  place: string;
  pace: Subscription["pace"];
  brand: Brand;
}

/** What became of the subscriptions that were due. */
export interface SentDigests {
  sent: number;
  /** Nothing had changed. */
  quiet: number;
  /** Those that could not be told, and why; they are tried again the next morning. */
  failed: { subscription: string; error: unknown }[];
}

/** A worker that is silent for so long while it sends is taken for dead; milliseconds. */
const PATIENCE = 10 * 60_000;

/**
 * Tells every place that is due who entered and left its segment. Nothing is told when nothing changed, nor what its
 * reader did themself. Of several who do this at once each subscription is held by one.
 */
export async function sendDigests(
  db: Connection,
  { now, tell }: { now: () => Date; tell(digest: Digest): Promise<void> },
): Promise<SentDigests> {
  const outcome: SentDigests = { sent: 0, quiet: 0, failed: [] };
  for (let held = await holdDue(db, now()); held; held = await holdDue(db, now())) {
    try {
      const digest = await readDigest(db, held, now());
      if (digest) await tell(digest);
      outcome[digest ? "sent" : "quiet"] += 1;
      await release(db, held, now(), { told: digest?.to });
    } catch (error) {
      outcome.failed.push({ subscription: held._id, error });
      await release(db, held, now(), { hasFailed: true });
    }
  }
  return outcome;
}

async function holdDue(db: Connection, now: Date): Promise<Subscription | null> {
  return collectionOf(subscriptionModel(db)).findOneAndUpdate(
    { nextAt: { $lte: now }, $or: [{ heldUntil: { $exists: false } }, { heldUntil: { $lte: now } }] },
    { $set: { heldUntil: new Date(now.getTime() + PATIENCE) } },
    { sort: { nextAt: 1 }, returnDocument: "after" },
  );
}

/** @param told up to when; absent where nothing was: the next digest tells it then */
async function release(
  db: Connection,
  { _id, heldUntil }: Subscription,
  now: Date,
  { told, hasFailed = false }: { told?: Date | undefined; hasFailed?: boolean },
): Promise<void> {
  const subscriptions = collectionOf(subscriptionModel(db));
  // The pace may have been changed meanwhile.
  const stored = await subscriptions.findOne({ _id });
  if (stored === null) return;
  const nextAt = nextMorning(hasFailed ? "daily" : stored.pace, await zoneOf(db, stored), now);
  await subscriptions.updateOne(
    { _id, heldUntil },
    { $set: { nextAt, ...(told ? { since: told } : {}) }, $unset: { heldUntil: "" } },
  );
}

async function zoneOf(db: Connection, { segment }: Subscription): Promise<string> {
  const found = await findSegment(db, segment).catch(() => undefined);
  return (await allBrands(db)).get(found?.brandId ?? "")?.zone ?? "UTC";
}

/** Nothing where nobody entered or left but by the reader's own acts. */
async function readDigest(db: Connection, held: Subscription, now: Date): Promise<Digest | undefined> {
  const { segment: id, place, pace, since, reader, by } = held;
  const segment = await findSegment(db, id);
  const brand = (await allBrands(db)).get(segment.brandId);
  if (brand === undefined) throw new CrmError("not-found", `the brand ${segment.brandId} of ${id} is gone`);
  // Rights may have been taken away since. In a place that several read, contacts stay masked.
  const subscriber = await knownActor(db, { id: by, via: "slack" }, now);
  const actor = reader === undefined ? asViewer(subscriber) : subscriber;
  const changes = await segmentChanges(db, id, since, { actor, now });
  const own = await actsOf(db, segment.query, changes, reader);
  const isNews = (member: SegmentMember) => !own.has(member.id);
  const [entered, left] = [changes.entered.filter(isNews), changes.left.filter(isNews)];
  if (entered.length + left.length === 0) return undefined;
  return { ...changes, entered, left, place, pace, brand };
}

async function actsOf(
  db: Connection,
  text: string,
  { entered, left, from }: SegmentChanges,
  reader: string | undefined,
): Promise<Set<string>> {
  if (reader === undefined) return new Set();
  const segments = await segmentQueries(db);
  const asked = fieldsAsked(readQuery(text, "creators"), segments);
  return ownActs(db, [...entered, ...left], { by: reader, since: from, asked });
}
