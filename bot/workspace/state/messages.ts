import type { Connection } from "mongoose";
import { channelsOf } from "../team.js";
import type { PageMessage } from "../wire.js";
import type { Audience } from "./audience.js";
import { databaseOf } from "./database-of.js";

type StoredMessage = PageMessage & { _id: string };

/** As many as a page shows of a channel. */
const SHOWN = 500;

/** What was said: kept in the database, but what only one person sees is gone with the process. */
export interface Messages {
  /** Says or changes a message: pages hear of it. */
  put(message: PageMessage): Promise<PageMessage>;
  remove(message: PageMessage): Promise<void>;
  find(channel: string, ts: string): Promise<PageMessage | undefined>;
  /** Everything in a channel that is not for one person only, oldest first. */
  inChannel(channel: string): Promise<PageMessage[]>;
  /** The newest that a person sees, oldest first. */
  seenBy(userId: string): Promise<PageMessage[]>;
}

export function createMessages(db: Connection, audience: Audience): Messages {
  const stored = () => databaseOf(db).collection<StoredMessage>("workspaceMessages");
  const passing = new Map<string, PageMessage>();
  const keyOf = ({ channel, ts }: Pick<PageMessage, "channel" | "ts">) => `${channel}:${ts}`;

  /** Keys begin with the channel and go on with the time, so that they are the index too. */
  const newestIn = async (channel: string, limit = 0) => {
    const keys = { $gte: keyOf({ channel, ts: "" }), $lt: keyOf({ channel, ts: "a" }) };
    const found = await stored().find({ _id: keys }).sort({ _id: -1 }).limit(limit).toArray();
    return found.map(withoutKey).reverse();
  };

  return {
    async put(message) {
      const key = keyOf(message);
      if (message.onlyFor) passing.set(key, message);
      else await stored().replaceOne({ _id: key }, message, { upsert: true });
      audience.tellOf(message, { kind: "message", message });
      return message;
    },
    async remove(message) {
      const { channel, ts } = message;
      if (!passing.delete(keyOf(message))) await stored().deleteOne({ _id: keyOf(message) });
      audience.tellOf(message, { kind: "deleted", channel, ts });
    },
    async find(channel, ts) {
      const key = keyOf({ channel, ts });
      const found = passing.get(key) ?? (await stored().findOne({ _id: key }));
      return found ? withoutKey(found) : undefined;
    },
    inChannel: (channel) => newestIn(channel),
    async seenBy(userId) {
      const kept = await Promise.all(channelsOf(userId).map(({ id }) => newestIn(id, SHOWN)));
      const own = [...passing.values()].filter(({ onlyFor }) => onlyFor === userId);
      return [...kept.flat(), ...own].sort((a, b) => Number(a.ts) - Number(b.ts));
    },
  };
}

function withoutKey({ _id, ...message }: PageMessage & { _id?: string }): PageMessage {
  return message;
}
