import type { Connection } from "mongoose";
import { can } from "../access/actor.js";
import { creatorModel } from "../creators/creator-model.js";
import type { CreatorRow } from "../lists/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { userKey } from "../sightings/sighting.js";
import { videoModel } from "../videos/video-model.js";
import { type LookupScope, readById, readCreators } from "./read-creators.js";
import type { Who } from "./read-who.js";

/** Whose handle it is, now or formerly: nobody else's then. */
export async function findByHandle(
  db: Connection,
  { handle }: Who,
  scope: LookupScope,
): Promise<CreatorRow | undefined> {
  if (handle === undefined) return undefined;
  const [row] = await readCreators(db, "handles", handle, scope, 1);
  return row;
}

/** Everybody whom the words mean for sure: by TikTok's id, the id of a video, e-mail, phone. The surer come first. */
export async function findSurely(db: Connection, who: Who, scope: LookupScope, limit: number): Promise<CreatorRow[]> {
  const { email, phone } = who;
  const mayAsk = can(scope.actor, "see-contacts", scope.brandId);
  const groups = await Promise.all([
    findById(db, who, scope),
    mayAsk && email !== undefined ? readCreators(db, "email", email, scope, limit) : [],
    mayAsk && phone !== undefined ? readCreators(db, "phone", phone, scope, limit) : [],
  ]);
  return distinct(groups.flat()).slice(0, limit);
}

/** Everybody of just that name, in any case, with or without accents. */
export async function findNamed(
  db: Connection,
  { words }: Who,
  scope: LookupScope,
  limit: number,
): Promise<CreatorRow[]> {
  return words === "" ? [] : readCreators(db, "search.name", words, scope, limit);
}

async function findById(db: Connection, { userId, videoId }: Who, scope: LookupScope): Promise<CreatorRow[]> {
  const [user, video] = await Promise.all([
    userId === undefined
      ? null
      : collectionOf(creatorModel(db)).findOne({ keys: userKey(userId) }, { projection: { _id: 1 } }),
    videoId === undefined ? null : collectionOf(videoModel(db)).findOne({ videoId }, { projection: { creatorId: 1 } }),
  ]);
  return readById(
    db,
    [user?._id, video?.creatorId].filter((id) => id !== undefined),
    scope,
  );
}

/** Each creator once, where it came first. */
export function distinct(rows: readonly CreatorRow[]): CreatorRow[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
