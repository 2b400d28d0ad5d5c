import type { ClientSession } from "mongodb";
import type { Connection } from "mongoose";
import { type Actor, can, requireRight } from "../access/actor.js";
import { recordSettingChange } from "../access/record-setting-change.js";
import { allBrands, findBrand } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { inTransaction } from "../mongo/in-transaction.js";
import { collectionOf } from "../mongo/model-of.js";
import { nextNumber } from "../mongo/next-number.js";
import { type ListName, readQuery } from "../query/index.js";
import { checkSegment, readSegmentName, usersOf } from "./check-segments.js";
import { lookAtSegment } from "./look-at-segments.js";
import { membershipModel } from "./membership-model.js";
import type { Segment } from "./segment.js";
import { segmentModel } from "./segment-model.js";
import { allSegments } from "./segment-queries.js";
import { subscriptionModel } from "./subscription-model.js";

export interface ActingOnSegments {
  actor: Actor;
  now: Date;
}

/**
 * Saves a query under a name, or changes the one of that name, and looks at who is in it.
 *
 * @param given.brand slug of the brand whose creators `segmentChanges` counts; left out, the default brand
 * @throws CrmError `wrong-input` for a mistake in the query and for a circle of segments; `forbidden` for a segment of
 *   somebody else
 */
export async function saveSegment(
  db: Connection,
  given: { name: string; query: string; list?: ListName; brand?: string },
  { actor, now }: ActingOnSegments,
): Promise<Segment> {
  const { list = "creators", query } = given;
  const brand = await findBrand(db, given.brand);
  requireRight(actor, "change", brand._id);
  const { _id, name } = readSegmentName(given.name);
  readQuery(query, list);
  const slugs = [...(await allBrands(db)).values()].map(({ slug }) => slug);

  const saved = await inTransaction(db, async (session) => {
    const others = await allSegments(db, session);
    const before = others.find((segment) => segment._id === _id);
    if (before) requireOwner(actor, before);
    checkSegment({ _id, name, list, query }, others, slugs);
    const isSame = before && before.query === query && before.list === list && before.brandId === brand._id;
    const segment: Segment = {
      _id,
      name,
      list,
      query,
      brandId: brand._id,
      owner: before?.owner ?? actor.id,
      savedAt: now,
      // Another query has other members: what was seen of the old one says nothing about them.
      looks: isSame ? before.looks : [],
      rev: (before?.rev ?? 0) + 1,
    };
    await collectionOf(segmentModel(db)).replaceOne({ _id }, segment, { session, upsert: true });
    if (before && !isSame) await collectionOf(membershipModel(db)).deleteMany({ segment: _id }, { session });
    await touchSegments(db, session);
    await logSegment(db, before, segment, { actor, now }, session);
    return segment;
  });
  return (await lookAtSegment(db, saved, now)) ?? saved;
}

/** Whether `saveSegment` would take this, for a form that wants to know before it is closed. @throws what it throws */
export async function checkSegmentToSave(
  db: Connection,
  given: { name: string; query: string; list?: ListName; brand?: string },
  { actor }: Pick<ActingOnSegments, "actor">,
): Promise<void> {
  const { list = "creators", query } = given;
  requireRight(actor, "change", (await findBrand(db, given.brand))._id);
  const { _id, name } = readSegmentName(given.name);
  readQuery(query, list);
  const others = await allSegments(db);
  const before = others.find((segment) => segment._id === _id);
  if (before) requireOwner(actor, before);
  checkSegment(
    { _id, name, list, query },
    others,
    [...(await allBrands(db)).values()].map(({ slug }) => slug),
  );
}

/** Whether somebody may change or remove a segment. */
export const mayChangeSegment = (actor: Actor, { owner, brandId }: Segment): boolean =>
  (owner === actor.id && can(actor, "change", brandId)) || can(actor, "manage", brandId);

/** Every saved segment, by name. */
export async function listSegments(db: Connection, { actor }: Pick<ActingOnSegments, "actor">): Promise<Segment[]> {
  const segments = await allSegments(db);
  return segments.filter(({ brandId }) => can(actor, "see", brandId));
}

/** @throws CrmError `not-found` with the names there are */
export async function findSegment(db: Connection, given: string): Promise<Segment> {
  const { _id } = readSegmentName(given);
  const segment = await collectionOf(segmentModel(db)).findOne({ _id });
  if (segment) return segment;
  const known = (await allSegments(db)).map(({ name }) => `"${name}"`).join(", ") || "none yet";
  throw new CrmError("not-found", `no segment ${_id}`, {
    say: `There is no segment "${given.trim()}". The segments are: ${known}.`,
  });
}

/**
 * Removes a segment, and the digests of it.
 *
 * @throws CrmError `refused` while another segment uses it
 */
export async function removeSegment(db: Connection, given: string, acting: ActingOnSegments): Promise<Segment> {
  const segment = await findSegment(db, given);
  requireOwner(acting.actor, segment);
  await inTransaction(db, async (session) => {
    const users = usersOf(segment._id, await allSegments(db, session));
    if (users.length > 0) {
      const names = users.map(({ name }) => `"${name}"`).join(", ");
      throw new CrmError("refused", `segment ${segment._id} is used`, {
        say: `"${segment.name}" is used by ${names}. Change ${users.length === 1 ? "that one" : "those"} first.`,
      });
    }
    await collectionOf(segmentModel(db)).deleteOne({ _id: segment._id }, { session });
    await collectionOf(membershipModel(db)).deleteMany({ segment: segment._id }, { session });
    await collectionOf(subscriptionModel(db)).deleteMany({ segment: segment._id }, { session });
    await touchSegments(db, session);
    await logSegment(db, segment, undefined, acting, session);
  });
  return segment;
}

async function logSegment(
  db: Connection,
  before: Segment | undefined,
  after: Segment | undefined,
  acting: ActingOnSegments,
  session: ClientSession,
): Promise<void> {
  const segment = after ?? before;
  if (segment === undefined) return;
  const { name: subject, brandId } = segment;
  const change = { kind: "segment" as const, subject, brandId, from: before?.query, to: after?.query };
  await recordSettingChange(db, change, acting, session);
}

/** The owner changes a segment, and whoever manages its brand. */
function requireOwner(actor: Actor, segment: Segment): void {
  if (mayChangeSegment(actor, segment)) return;
  const { owner, name } = segment;
  throw new CrmError("forbidden", `${actor.id} does not own segment ${name}`, {
    say: `"${name}" was saved by somebody else. Save yours under another name, or ask them or an admin.`,
    next: { terminal: `It is ${owner}'s.`, slack: `Who it is: /creator segment show ${name}` },
  });
}

/** Whoever changes segments writes this too: of two at once who would make a circle together, one begins anew. */
async function touchSegments(db: Connection, session: ClientSession): Promise<void> {
  await nextNumber(db, "segment changes", session);
}
