import type { Connection } from "mongoose";

/** Days in which an import can be undone, unless set otherwise. */
export const UNDO_DAYS = 30;

const DAY_MS = 86_400_000;

const settings = (db: Connection) => db.collection<{ _id: string; days: number }>("settings");

/** Days in which an import can be undone. Then its original goes and its sightings are folded. */
export async function undoDays(db: Connection): Promise<number> {
  return (await settings(db).findOne({ _id: "undo" }))?.days ?? UNDO_DAYS;
}

/** Sets them from now on, for every process on this database. What was folded before stays folded. */
export async function setUndoDays(db: Connection, days: number): Promise<void> {
  await settings(db).updateOne({ _id: "undo" }, { $set: { days } }, { upsert: true });
}

/** What was accepted before this can be undone no more. */
export async function keptSince(db: Connection, now: Date): Promise<Date> {
  return new Date(now.getTime() - (await undoDays(db)) * DAY_MS);
}
