import type { Connection } from "mongoose";
import { ROSTER } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { prepareList } from "../lists/prepare-list.js";
import { inBatches } from "../mongo/in-batches.js";
import { collectionOf } from "../mongo/model-of.js";
import { insertNew } from "../mongo/write-guarded.js";
import { type Membership, membershipModel } from "./membership-model.js";
import type { Segment } from "./segment.js";
import { segmentModel } from "./segment-model.js";
import { allSegments, segmentQueries } from "./segment-queries.js";

/** Changes of membership written at a time. */
const BATCH = 2_000;
/** Looks that are remembered: a daily one for two years. */
const MOST_LOOKS = 730;

/**
 * Looks at who is in a segment now and remembers who came and who left since the look before. Only what is looked at is
 * known: somebody who came and went in between was never in.
 *
 * @returns the segment with the new look; nothing for lists of samples and videos, and where it was changed meanwhile
 */
export async function lookAtSegment(db: Connection, segment: Segment, now: Date): Promise<Segment | undefined> {
  if (segment.list !== "creators") return undefined;
  const found = await findMembers(db, segment, now);
  const members = collectionOf(membershipModel(db));
  const left: string[] = [];
  const open = members.find({ segment: segment._id, open: true }).project<Membership>({ creatorId: 1 });
  for await (const { _id, creatorId } of open) if (!found.delete(creatorId)) left.push(_id);

  for (const gone of inBatches(left, BATCH)) {
    await members.updateMany({ _id: { $in: gone } }, { $set: { until: now }, $unset: { open: "" } });
  }
  const came = [...found].map(([creatorId, handle]) => ({
    _id: `${segment._id}:${creatorId}:${now.getTime()}`,
    segment: segment._id,
    creatorId,
    ...(handle === undefined ? {} : { handle }),
    from: now,
    open: true as const,
    rev: 1,
  }));
  // Of two who look at once, each finds some of the newcomers there already.
  for (const some of inBatches(came, BATCH)) await insertNew(members, some);
  const looked = await collectionOf(segmentModel(db)).findOneAndUpdate(
    { _id: segment._id, query: segment.query, brandId: segment.brandId },
    { $push: { looks: { $each: [now], $slice: -MOST_LOOKS } } },
    { returnDocument: "after" },
  );
  return looked ?? undefined;
}

/** Looks at every segment: once a day, so that `segmentChanges` knows more days than those on which somebody asked. */
export async function lookAtSegments(db: Connection, now: Date): Promise<number> {
  let count = 0;
  for (const segment of await allSegments(db)) if (await lookIfItCan(db, segment, now)) count += 1;
  return count;
}

/** A segment whose brand or product is gone cannot be asked any more, and must not keep the others from being. */
async function lookIfItCan(db: Connection, segment: Segment, now: Date): Promise<boolean> {
  try {
    return (await lookAtSegment(db, segment, now)) !== undefined;
  } catch (error) {
    if (error instanceof CrmError && error.code === "wrong-input") return false;
    throw error;
  }
}

/** The creators that a segment finds now, each with its handle. */
async function findMembers(db: Connection, segment: Segment, now: Date): Promise<Map<string, string | undefined>> {
  const { list, query, brandId } = segment;
  const zone = (await allBrands(db)).get(brandId)?.zone ?? "UTC";
  const { source, filter } = await prepareList(db, {
    list,
    query,
    brandId,
    zone,
    now,
    actor: ROSTER,
    segments: await segmentQueries(db),
  });
  const members = new Map<string, string | undefined>();
  const found = source.collection.find(filter).project<{ creatorId: string; handle?: string }>({
    creatorId: 1,
    handle: 1,
  });
  for await (const { creatorId, handle } of found) members.set(creatorId, handle);
  return members;
}
