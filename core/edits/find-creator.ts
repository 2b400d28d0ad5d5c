import type { Connection } from "mongoose";
import { can, type Looker, type Right } from "../access/actor.js";
import type { Creator } from "../creators/creator.js";
import { creatorModel } from "../creators/creator-model.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { normalizeHandle, Unreadable } from "../normalize/index.js";
import { suggest } from "../query/index.js";
import { type CreatorKey, handleKey, userKey } from "../sightings/sighting.js";

/** How many handles of the same beginning are looked at for a near one. */
const MOST_NEIGHBOURS = 500;
/** Letters at the beginning of a mistyped handle that are taken to be right. */
const SURE_LETTERS = 2;
const USER_ID = /^#\d{1,30}$/;

/**
 * The key that a person means: a handle in any spelling, a link to a profile, or `#` and a TikTok user id.
 *
 * @throws CrmError `wrong-input` with what was expected
 */
export function keyMeant(who: string): CreatorKey {
  const text = who.trim();
  if (USER_ID.test(text)) return userKey(text.slice(1));
  const handle = normalizeHandle(text);
  if (typeof handle === "string") return handleKey(handle);
  const reason = handle instanceof Unreadable ? handle.reason : "expected a handle such as @mia.glow, got nothing";
  throw new CrmError("wrong-input", "no handle", { say: `${reason}.` });
}

/**
 * The creator that a person means by a handle, also a former one.
 *
 * @throws CrmError `not-found` with the nearest handle, also for a creator of brands that are not theirs to see
 */
export async function findCreator(db: Connection, who: string, actor: Looker): Promise<Creator> {
  const key = keyMeant(who);
  const creator = await collectionOf(creatorModel(db)).findOne({ keys: key });
  if (creator !== null && isThereFor(actor, creator, "see")) return creator;
  throw await noSuchCreator(db, key, actor);
}

/** Whether a creator works with a brand for which somebody has the right: to who has it for none, nobody is there. */
export const isThereFor = (actor: Looker, { brandIds }: Pick<Creator, "brandIds">, right: Right): boolean =>
  can(actor, right) || brandIds.some((brandId) => can(actor, right, brandId));

/** Id and current handle of whoever has a key now. */
export async function nameOf(db: Connection, key: CreatorKey, actor: Looker): Promise<{ id: string; handle?: string }> {
  const creator = await collectionOf(creatorModel(db)).findOne({ keys: key });
  if (creator === null) throw await noSuchCreator(db, key, actor);
  return { id: creator._id, ...(creator.handle === undefined ? {} : { handle: creator.handle }) };
}

/** The error that names the nearest handle. */
export async function noSuchCreator(db: Connection, key: CreatorKey, actor: Looker): Promise<CrmError> {
  const near = await nearestHandle(db, key.slice(1), actor);
  return new CrmError("not-found", `no creator ${key}`, {
    say: `There is no creator ${key}.${near === undefined ? "" : ` Did you mean @${near}?`}`,
  });
}

async function nearestHandle(db: Connection, handle: string, actor: Looker): Promise<string | undefined> {
  const from = handle.slice(0, SURE_LETTERS);
  const found = await collectionOf(creatorModel(db))
    .find({ handles: { $gte: from, $lt: `${from}\uffff` } })
    .project<Pick<Creator, "handles" | "brandIds">>({ handles: 1, brandIds: 1 })
    .limit(MOST_NEIGHBOURS)
    .toArray();
  const seen = found.filter((creator) => isThereFor(actor, creator, "see"));
  return suggest(
    handle,
    seen.flatMap(({ handles }) => handles),
  );
}
