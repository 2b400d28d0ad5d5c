import { type ClientSession, ObjectId } from "mongodb";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { type SettingChange, settingChangeModel } from "./setting-change-model.js";

/** Who changes a setting, and when. */
export interface Signed {
  actor: { id: string; via: string };
  now: Date;
}

/** Writes a change of a setting into the audit log; one that changes nothing is none. */
export async function recordSettingChange(
  db: Connection,
  change: Pick<SettingChange, "kind" | "subject" | "from" | "to" | "brandId">,
  { actor, now }: Signed,
  session?: ClientSession,
): Promise<void> {
  if (change.from === change.to) return;
  const { from, to, ...rest } = change;
  const known = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const entry = { _id: new ObjectId().toHexString(), ...rest, ...known, at: now, by: actor.id, via: actor.via };
  await collectionOf(settingChangeModel(db)).insertOne(entry, { session });
}
