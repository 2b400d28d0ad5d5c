import type { WebClient } from "@slack/web-api";
import type { Connection } from "mongoose";
import { type DropView, readDropView, setAnswer } from "../../core/drops/index.js";
import { tryTurn, waitForTurn } from "../../core/notify/index.js";
import { dropMessage } from "../blocks/drop.js";
import { slackErrorOf } from "../refused-by-slack.js";
import { type SlackMessage, sendWithFallback } from "../send-with-fallback.js";
import { UPDATES, withPatience } from "./slack-pace.js";

export interface Showing {
  db: Connection;
  client: WebClient;
}

/**
 * Brings the message about a drop up to date, when it is its turn.
 *
 * Others may show the same drop at the same moment: whoever notices that what it showed is outdated shows it again, so
 * that the newest state is shown last, whatever order they come through in.
 */
export async function showDrop(showing: Showing, id: string, when: "surely" | "if-free"): Promise<void> {
  const { db } = showing;
  if (when === "if-free") {
    if (await tryTurn(db, UPDATES)) await put(showing, await readDropView(db, id));
    return;
  }
  for (;;) {
    await waitForTurn(db, UPDATES);
    const shown = await readDropView(db, id);
    try {
      await put(showing, shown);
    } catch (error) {
      if (!hasNoAccess(error)) throw error;
      return tellByDm(showing, shown);
    }
    if (isSameNews(shown, await readDropView(db, id))) return;
  }
}

/** Progress comes again by itself; what people have to know is what a person or the end of work changes. */
export const isSameNews = (a: DropView, b: DropView): boolean =>
  a.drop.status === b.drop.status && a.drop.round === b.drop.round && statesOf(a) === statesOf(b);

const statesOf = ({ imports }: DropView): string => [...imports.values()].map(({ status }) => status).join();

/** Where a message of Slack is, from the words of core. */
export const channelOf = (place: string): string => place.replace(/^slack:/, "");

async function put({ db, client }: Showing, view: DropView): Promise<void> {
  const { drop } = view;
  const channel = channelOf(drop.place);
  const message = dropMessage(view);
  if (drop.answer === undefined) return postAnswer({ db, client }, view, message);
  const ts = drop.answer;
  const updating = withPatience(db, () =>
    sendWithFallback((sent) => client.chat.update({ channel, ts, ...sent }), message),
  );
  await updating.catch(async (error: unknown) => {
    // Somebody has deleted it.
    if (slackErrorOf(error) !== "message_not_found") throw error;
    await postAnswer({ db, client }, view, message);
  });
}

const NO_ACCESS = new Set<string | undefined>(["not_in_channel", "channel_not_found", "is_archived"]);

/** Whether the channel takes nothing from the bot any more: it was removed from it, or the channel is closed. */
export const hasNoAccess = (error: unknown): boolean => NO_ACCESS.has(slackErrorOf(error));

async function tellByDm({ db, client }: Showing, view: DropView): Promise<void> {
  const about = { channel: view.drop.by, unfurl_links: false };
  await withPatience(db, () =>
    sendWithFallback((sent) => client.chat.postMessage({ ...about, ...sent }), dropMessage(view)),
  );
}

/** The first message about a drop, in the thread of the files. */
export async function postAnswer({ db, client }: Showing, { drop }: DropView, message: SlackMessage): Promise<void> {
  const channel = channelOf(drop.place);
  const about = { channel, thread_ts: drop.thread, unfurl_links: false };
  const { ts } = await withPatience(db, () =>
    sendWithFallback((sent) => client.chat.postMessage({ ...about, ...sent }), message),
  );
  if (ts) await setAnswer(db, drop._id, ts);
}
