import { randomBytes } from "node:crypto";
import type { Connection } from "mongoose";
import { databaseOf } from "./database-of.js";

/** How the workspace's Web API is reached, and with what. */
export interface Door {
  token: string;
  slackApiUrl: string;
}

const ID = "door";
const stored = (db: Connection) => databaseOf(db).collection<Door & { _id: string }>("workspaceDoor");

/** Says where the workspace is, for workers that were not started with it. Its token is made once. */
export async function openDoor(db: Connection, slackApiUrl: string): Promise<Door> {
  const token = `xoxb-${randomBytes(24).toString("hex")}`;
  const door = await stored(db).findOneAndUpdate(
    { _id: ID },
    { $set: { slackApiUrl }, $setOnInsert: { token } },
    { upsert: true, returnDocument: "after" },
  );
  return { token: door?.token ?? token, slackApiUrl };
}

/** A real Slack has taken the workspace's place. */
export async function closeDoor(db: Connection): Promise<void> {
  await stored(db).deleteOne({ _id: ID });
}

export const findDoor = (db: Connection): Promise<Door | null> => stored(db).findOne({ _id: ID });
