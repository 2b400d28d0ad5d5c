import type { Connection } from "mongoose";
import { asViewer, requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { lookAtSegment } from "./look-at-segments.js";
import { nextMorning } from "./next-morning.js";
import { requireContacts } from "./require-contacts.js";
import { type ActingOnSegments, findSegment, listSegments } from "./save-segment.js";
import type { Segment } from "./segment.js";
import type { Pace, Subscription } from "./subscription.js";
import { subscriptionModel } from "./subscription-model.js";

/** Where digests go. `isShared`: more people than the one who asks read there. */
export interface DigestPlace {
  place: string;
  isShared: boolean;
}

const idOf = ({ _id }: Segment, place: string): string => `${_id} ${place}`;

/**
 * Has a place told, from the next morning on, who enters a segment and who leaves it. A place that is told already gets
 * the new pace.
 *
 * @throws CrmError `refused` for a segment of samples or videos; `forbidden` for a viewer in a place that others
 *   read, and where its members tell contacts to who sees them masked
 */
export async function subscribe(
  db: Connection,
  name: string,
  { place, isShared, pace }: DigestPlace & { pace: Pace },
  { actor, now }: ActingOnSegments,
): Promise<Subscription> {
  const segment = await findSegment(db, name);
  requireRight(actor, isShared ? "change" : "see", segment.brandId);
  await requireContacts(db, segment, isShared ? asViewer(actor) : actor);
  if (segment.list !== "creators") {
    throw new CrmError("refused", `segment ${segment._id} is of ${segment.list}`, {
      say: `"${segment.name}" is a list of ${segment.list}. Digests tell who enters and leaves a list of creators.`,
    });
  }
  // Digests begin with who is in it now.
  await lookAtSegment(db, segment, now);
  const zone = (await allBrands(db)).get(segment.brandId)?.zone ?? "UTC";
  const set = { pace, nextAt: nextMorning(pace, zone, now), by: actor.id, ...(isShared ? {} : { reader: actor.id }) };
  const subscription = await collectionOf(subscriptionModel(db)).findOneAndUpdate(
    { _id: idOf(segment, place) },
    { $set: set, $setOnInsert: { segment: segment._id, place, since: now } },
    { upsert: true, returnDocument: "after" },
  );
  if (subscription === null) throw new Error("an upsert answered nothing");
  return subscription;
}

/**
 * Ends the digests of a segment in a place.
 *
 * @throws CrmError `not-found` where there are none; `forbidden` for a viewer who ends those of others
 */
export async function unsubscribe(
  db: Connection,
  name: string,
  place: string,
  { actor }: Pick<ActingOnSegments, "actor">,
): Promise<Segment> {
  const segment = await findSegment(db, name);
  const subscriptions = collectionOf(subscriptionModel(db));
  const stored = await subscriptions.findOne({ _id: idOf(segment, place) });
  if (stored === null) {
    throw new CrmError("not-found", `${place} is not told of ${segment._id}`, {
      say: `There are no digests of "${segment.name}" here, so there is nothing to end.`,
    });
  }
  if (stored.by !== actor.id) requireRight(actor, "change", segment.brandId);
  await subscriptions.deleteOne({ _id: stored._id });
  return segment;
}

/** What these places are told, by segment; without the segments that the actor may not see. */
export async function listSubscriptions(
  db: Connection,
  places: readonly string[],
  { actor }: Pick<ActingOnSegments, "actor">,
): Promise<Subscription[]> {
  const seen = new Set((await listSegments(db, { actor })).map(({ _id }) => _id));
  const found = await collectionOf(subscriptionModel(db))
    .find({ place: { $in: [...places] } })
    .sort({ segment: 1, place: 1 })
    .toArray();
  return found.filter(({ segment }) => seen.has(segment));
}
