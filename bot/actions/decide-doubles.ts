import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { z } from "zod";
import { can } from "../../core/access/index.js";
import { dismissDoubles, likelyDoubles, mergeCreators } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import { ALL_BRANDS } from "../../core/lists/index.js";
import { readById } from "../../core/lookup/index.js";
import { RECOUNT_DOUBLES } from "../../core/queue/index.js";
import { doubleChoice, lookingForDoubles, noMoreDoubles } from "../blocks/double-choice.js";
import type { ActionListener, Heard } from "../listen.js";
import { fillView } from "../views/fill-view.js";
import { pressedValue } from "./pressed.js";

type Pressed = Heard<SlackActionMiddlewareArgs<BlockAction>>;

const wanted = z.object({ skipped: z.number().int().min(0).default(0) });

/** Shows the likeliest pair that was not passed over. Finding pairs takes longer than a modal may wait to be opened. */
export const decideDoublesPressed: ActionListener = async (heard) => {
  const { client, body } = heard;
  const { skipped } = pressedValue(heard, wanted);
  const open = body.view?.type === "modal" ? body.view.id : undefined;
  const view = lookingForDoubles();
  if (open !== undefined) await client.views.update({ view_id: open, view });
  const opened = open ?? (await client.views.open({ trigger_id: body.trigger_id, view })).view?.id;
  if (opened !== undefined) await fillView(client, opened, () => pairView(heard, skipped));
};

const merging = z.object({ from: z.string(), into: z.string(), skipped: z.number() });

export const mergeDoublesPressed: ActionListener = (heard) =>
  decide(heard, pressedValue(heard, merging), async ({ from, into }, acting) => {
    await mergeCreators(heard.bot.db, from, into, acting);
    return `${from} is a former name of ${into} now.`;
  });

const dismissing = z.object({ one: z.string(), other: z.string(), skipped: z.number() });

export const dismissDoublesPressed: ActionListener = (heard) =>
  decide(heard, pressedValue(heard, dismissing), async ({ one, other }, acting) => {
    await dismissDoubles(heard.bot.db, one, other, acting);
    return `${one} and ${other} are two people.`;
  });

type Acting = Parameters<typeof mergeCreators>[3];

/** Does it, says what was done or why not, and goes on to the next pair. */
async function decide<Value extends { skipped: number }>(
  heard: Pressed,
  value: Value,
  act: (value: Value, acting: Acting) => Promise<string>,
): Promise<void> {
  const { bot, asked, client, body } = heard;
  if (body.view === undefined) return;
  await client.views.update({ view_id: body.view.id, view: lookingForDoubles() });
  const acting = { actor: asked.actor, now: bot.now(), brand: asked.brand.slug };
  await fillView(client, body.view.id, async () => {
    try {
      const said = await act(value, acting);
      await bot.queue.add(RECOUNT_DOUBLES, {});
      return await pairView(heard, value.skipped, said);
    } catch (error) {
      if (!(error instanceof CrmError)) throw error;
      return pairView(heard, value.skipped + 1, error.sayOn("slack"));
    }
  });
}

async function pairView(
  { bot: { db }, asked: { actor, brand } }: Pressed,
  skipped: number,
  said?: string,
): Promise<ModalView> {
  const { pairs, total } = await likelyDoubles(db, { actor, limit: skipped + 1 });
  const pair = pairs[skipped];
  if (pair === undefined) return noMoreDoubles(said);
  const ids = pair.creators.map(({ id }) => id);
  const found = await readById(db, ids, { brandId: can(actor, "see") ? ALL_BRANDS : brand._id, actor });
  const rows = new Map(found.map((row) => [row.id, row]));
  return doubleChoice({ pair, rows, skipped, total, ...(said === undefined ? {} : { said }) });
}
