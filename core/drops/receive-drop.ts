import type { Connection } from "mongoose";
import { type Actor, can, requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { collectionOf } from "../mongo/model-of.js";
import { isDuplicate } from "../mongo/write-guarded.js";
import { type Drop, dropId } from "./drop.js";
import { dropModel } from "./drop-model.js";
import { readCaption } from "./read-caption.js";

/** A message that brought files, as its surface tells of it. */
export interface ReceivedDrop {
  place: string;
  message: string;
  thread: string;
  caption: string;
  /** Id of the brand that the place is bound to. */
  placeBrand?: string;
  files: readonly { id: string; name: string }[];
}

/**
 * Writes down a drop, once for each message and file, however often and from however many processes it is told.
 *
 * @returns nothing when all of its files were written down before
 * @throws CrmError `forbidden` for who may change nothing of the brand
 */
export async function receiveDrop(
  db: Connection,
  received: ReceivedDrop,
  { actor, now }: { actor: Actor; now: Date },
): Promise<Drop | undefined> {
  const brands = [...(await allBrands(db)).values()];
  const caption = readCaption(received.caption, brands, now);
  const only = brands.length === 1 ? brands[0]?._id : undefined;
  const brandId = caption.brandId ?? received.placeBrand ?? only;
  requireDropping(
    actor,
    brandId,
    brands.map(({ _id }) => _id),
  );
  const { place, message, thread } = received;
  const drop: Drop = {
    ...{ _id: dropId(place, message), place, message, thread },
    ...{ by: actor.id, via: actor.via, at: now },
    ...(brandId ? { brandId } : {}),
    ...(caption.asOf ? { asOf: caption.asOf } : {}),
    ...(caption.unknownBrand ? { unknownBrand: caption.unknownBrand } : {}),
    ...{ status: "received", files: [], round: 0, touchedAt: now, rev: 1 },
  };
  return insertOnce(db, drop, received.files);
}

/** Where the brand is still to be chosen, the right for any one is enough. */
function requireDropping(actor: Actor, brandId: string | undefined, all: readonly string[]): void {
  if (brandId === undefined && all.some((id) => can(actor, "change", id))) return;
  requireRight(actor, "change", brandId);
}

async function insertOnce(db: Connection, drop: Drop, files: ReceivedDrop["files"]): Promise<Drop | undefined> {
  const drops = collectionOf(dropModel(db));
  const ids = files.map(({ id }) => id);
  const before = await drops.find({ place: drop.place, "files.id": { $in: ids } }).toArray();
  const taken = new Set(before.flatMap((other) => other.files.map(({ id }) => id)));
  const fresh = files.filter(({ id }) => !taken.has(id));
  if (fresh.length === 0) return undefined;
  const whole: Drop = { ...drop, files: fresh.map((file) => ({ ...file, state: { is: "waiting" } })) };
  try {
    await drops.insertOne(whole);
    return whole;
  } catch (error) {
    // Another process was told the same at the same moment.
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}
