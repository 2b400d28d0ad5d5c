import { z } from "zod";
import { brandOfPlace } from "../../core/brands/index.js";
import { readDropView, receiveDrop } from "../../core/drops/index.js";
import { hasWorker, READ_DROP } from "../../core/queue/index.js";
import { placeOf } from "../asked.js";
import { dropTaken } from "../blocks/drop.js";
import type { EventListener } from "../listen.js";
import { postAnswer } from "../notify/show-drop.js";

/** A message that brought files, as far as it matters here. */
const fileShare = z.looseObject({
  subtype: z.literal("file_share"),
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(""),
  // What the bot itself uploads is no drop.
  bot_id: z.never().optional(),
  files: z.array(z.looseObject({ id: z.string(), name: z.string().nullish().default("") })),
});
type FileShare = z.infer<typeof fileShare>;

/** What a table's name ends in; everything else that people share is none of Roster's business. */
const TABLE = /\.(csv|tsv|xlsx)$/i;

const tablesOf = ({ files }: FileShare) =>
  files.flatMap(({ id, name }) => (name && TABLE.test(name) ? [{ id, name }] : []));

/** Who brought tables; nobody for all other messages, which are left alone. */
export function whoDropped(event: unknown): { userId?: string; channel?: string } {
  const read = fileShare.safeParse(event);
  if (!read.success || tablesOf(read.data).length === 0) return {};
  return { userId: read.data.user, channel: read.data.channel };
}

/** Tables that were dropped: one message in their thread, and a job that reads them. */
export const filesDropped: EventListener<"message"> = async ({ bot, asked, client, event }) => {
  const { db, queue, now, log } = bot;
  const share = fileShare.parse(event);
  const { channel, ts, thread_ts: thread = ts, text: caption } = share;
  const place = placeOf(channel);
  const placeBrand = (await brandOfPlace(db, place))?._id;
  const received = {
    place,
    message: ts,
    thread,
    caption,
    files: tablesOf(share),
    ...(placeBrand ? { placeBrand } : {}),
  };
  const drop = await receiveDrop(db, received, { actor: asked.actor, now: now() });
  if (drop === undefined) return;
  const view = await readDropView(db, drop._id);
  // Where it cannot be told, the files are read all the same, and the worker tells.
  await postAnswer({ db, client }, view, dropTaken(view, !(await hasWorker(db, now())))).catch((err: unknown) =>
    log.warn({ err, drop: drop._id }, "the first message about a drop was not sent"),
  );
  await queue.add(READ_DROP, { drop: drop._id });
};
