import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import { z } from "zod";
import { acceptDrop, cancelDrop, chooseBrand, chooseSource, fetchAgain, readDropView } from "../../core/drops/index.js";
import { IMPORT_DROP, type JobDefinition, READ_DROP } from "../../core/queue/index.js";
import { dropMessage } from "../blocks/drop.js";
import type { ActionListener, Heard } from "../listen.js";
import { isSameNews } from "../notify/show-drop.js";
import { sendWithFallback } from "../send-with-fallback.js";
import { buttonTooOld, chosenOf, pressedValue } from "./pressed.js";

type Press = Heard<SlackActionMiddlewareArgs<BlockAction>>;

const ofDrop = z.object({ drop: z.string() });

const choosing = ({ asked: { actor }, bot: { now } }: Press) => ({ actor, now: now() });

/** Somebody says yes. Two at once: the files are taken in once, and both see that. */
export const dropImportPressed: ActionListener = async (heard) => {
  const { drop: id } = pressedValue(heard, ofDrop);
  const { isFirst } = await acceptDrop(heard.bot.db, id, choosing(heard));
  await goOn(heard, id, isFirst ? IMPORT_DROP : undefined);
};

export const dropCancelPressed: ActionListener = async (heard) => {
  const { drop: id } = pressedValue(heard, ofDrop);
  await cancelDrop(heard.bot.db, id, choosing(heard));
  await goOn(heard, id);
};

export const dropFetchPressed: ActionListener = async (heard) => {
  const { drop: id } = pressedValue(heard, ofDrop);
  await fetchAgain(heard.bot.db, id, choosing(heard));
  await goOn(heard, id, READ_DROP);
};

const ofSource = z.object({ drop: z.string(), file: z.string(), as: z.string() });

/** Which of several sources a file is. */
export const dropSourcePressed: ActionListener = async (heard) => {
  const { drop: id, file: fileId, as } = pressedValue(heard, ofSource);
  await chooseSource(heard.bot.db, id, { fileId, as }, choosing(heard));
  await goOn(heard, id, READ_DROP);
};

/** The brand that the files are for; which drop is meant stands in the id of the block. */
export const dropBrandChosen: ActionListener = async (heard) => {
  const [, id] = /^drop (\S+)$/.exec(heard.action.block_id) ?? [];
  if (id === undefined) throw buttonTooOld();
  await chooseBrand(heard.bot.db, id, chosenOf(heard), choosing(heard));
  await goOn(heard, id, READ_DROP);
};

/** Asks for the work that follows, and shows at once what the person's press has changed. */
async function goOn({ bot: { db, queue }, respond }: Press, id: string, job?: JobDefinition<{ drop: string }>) {
  if (job) await queue.add(job, { drop: id });
  let shown = await readDropView(db, id);
  for (;;) {
    await sendWithFallback((message) => respond({ replace_original: true, ...message }), dropMessage(shown));
    const now = await readDropView(db, id);
    if (isSameNews(shown, now)) return;
    // The worker was quicker: what it has shown must not stay covered.
    shown = now;
  }
}
