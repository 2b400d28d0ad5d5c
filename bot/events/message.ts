import type { WebClient } from "@slack/web-api";
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
  subtype: z.literal("file_share").optional(),
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(""),
  // What the bot itself uploads is no drop.
  bot_id: z.null().optional(),
  files: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish().default(""),
      /** `check_file_info`: in a channel shared with another company, where an event says nothing of its files. */
      file_access: z.string().optional(),
    }),
  ),
});
type FileShare = z.infer<typeof fileShare>;

/** What a table's name ends in; everything else that people share is none of Roster's business. */
const TABLE = /\.(csv|tsv|xlsx)$/i;

type SharedFile = FileShare["files"][number];

const isTable = ({ name }: SharedFile): boolean => TABLE.test(name ?? "");
const isUntold = ({ file_access }: SharedFile): boolean => file_access === "check_file_info";

/** Those of the files that are tables, by their names, which are asked for where the event does not say them. */
async function tablesOf(client: WebClient, { files }: FileShare): Promise<{ id: string; name: string }[]> {
  const tables: { id: string; name: string }[] = [];
  for (const file of files) {
    const { file: told } = isUntold(file) ? await client.files.info({ file: file.id }) : { file };
    const name = told?.name ?? "";
    if (TABLE.test(name)) tables.push({ id: file.id, name });
  }
  return tables;
}

/** Who brought tables, or files that may be some; nobody for all other messages, which are left alone. */
export function whoDropped(event: unknown): { userId?: string; channel?: string } {
  const read = fileShare.safeParse(event);
  if (!read.success || !read.data.files.some((file) => isTable(file) || isUntold(file))) return {};
  return { userId: read.data.user, channel: read.data.channel };
}

/** Tables that were dropped: one message in their thread, and a job that reads them. */
export const filesDropped: EventListener<"message"> = async ({ bot, asked, client, event }) => {
  const { db, queue, now, log } = bot;
  const share = fileShare.parse(event);
  const files = await tablesOf(client, share);
  if (files.length === 0) return;
  const { channel, ts, thread_ts: thread = ts, text: caption } = share;
  const place = placeOf(channel);
  const placeBrand = (await brandOfPlace(db, place))?._id;
  const received = {
    place,
    message: ts,
    thread,
    caption,
    files,
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
