import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { lookAtSegment } from "./look-at-segments.js";
import { type Membership, membershipModel } from "./membership-model.js";
import { requireContacts } from "./require-contacts.js";
import { type ActingOnSegments, findSegment } from "./save-segment.js";

/** Somebody who came into a segment or left it. */
export interface SegmentMember {
  id: string;
  handle?: string;
  /** The look that first found it, or that first missed it. */
  at: Date;
}

export interface SegmentChanges {
  segment: string;
  /** The look that is compared with: the last one at or before the day asked for, else the first there is. */
  from: Date;
  /** The look of now. */
  to: Date;
  members: number;
  entered: SegmentMember[];
  left: SegmentMember[];
}

/**
 * Who is in a segment now and was not at a time, and the other way round. Members are looked at when a segment is
 * saved, when its changes are asked for, and daily: the answer says which look it compares with.
 *
 * @throws CrmError `refused` for a segment of samples or videos; `forbidden` where it tells contacts to who sees them masked
 */
export async function segmentChanges(
  db: Connection,
  given: string,
  since: Date,
  { actor, now }: ActingOnSegments,
): Promise<SegmentChanges> {
  const segment = await findSegment(db, given);
  requireRight(actor, "see", segment.brandId);
  await requireContacts(db, segment, actor);
  const looked = await lookAtSegment(db, segment, now);
  if (looked === undefined) {
    throw new CrmError("refused", `segment ${segment._id} is of ${segment.list}`, {
      say: `"${segment.name}" is a list of ${segment.list}: only who is in a list of creators is remembered.`,
    });
  }
  const from = looked.looks.findLast((look) => look <= since) ?? looked.looks[0] ?? now;
  const members = collectionOf(membershipModel(db));
  const of = { segment: segment._id };
  const [came, gone, count] = await Promise.all([
    members.find({ ...of, open: true, from: { $gt: from } }).toArray(),
    members.find({ ...of, until: { $gt: from } }).toArray(),
    members.countDocuments({ ...of, open: true }),
  ]);
  const wasIn = new Set(gone.filter((member) => member.from <= from).map(({ creatorId }) => creatorId));
  const isIn = new Set(
    (await members.find({ ...of, open: true, creatorId: { $in: [...wasIn] } }).toArray()).map(
      ({ creatorId }) => creatorId,
    ),
  );
  return {
    segment: segment.name,
    from,
    to: now,
    members: count,
    entered: came.filter(({ creatorId }) => !wasIn.has(creatorId)).map((member) => asMember(member, member.from)),
    left: gone
      .filter((member) => member.from <= from && !isIn.has(member.creatorId))
      .map((member) => asMember(member, member.until ?? now)),
  };
}

const asMember = ({ creatorId, handle }: Membership, at: Date): SegmentMember => ({
  id: creatorId,
  ...(handle === undefined ? {} : { handle }),
  at,
});
