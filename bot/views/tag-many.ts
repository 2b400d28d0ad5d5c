import { z } from "zod";
import { previewMany, readTagChange } from "../../core/edits/index.js";
import { pressedValue } from "../actions/pressed.js";
import { askToTagMany } from "../ask-to-tag-many.js";
import { tagManyForm } from "../blocks/tag-many.js";
import { askedAbout } from "../creator-ref.js";
import { findQuestion } from "../find-question.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { actingOf } from "./creator-form.js";
import { errorAt } from "./error-at.js";
import { tagsIn } from "./tags-in.js";

const carries = z.object({ query: z.string(), brand: z.string(), url: z.string() });

/** An empty query is more often a slip than a wish: core wants everybody said. */
const EVERYBODY = "handle:*";

/** Opens the form for all that a list was asked for, counted at the server. */
export const tagFoundPressed: ActionListener = async (heard) => {
  const { bot, body, client } = heard;
  const { query, brand } = pressedValue(heard, findQuestion);
  const asked = await askedAbout(bot, heard.asked, brand);
  const wanted = query.trim() === "" ? EVERYBODY : query;
  const preview = await previewMany(bot.db, wanted, actingOf(bot, asked));
  const carried = JSON.stringify({ query: wanted, brand, url: body.response_url } satisfies z.infer<typeof carries>);
  await client.views.open({ trigger_id: body.trigger_id, view: tagManyForm(query, preview, carried) });
};

const text = z.object({ value: z.string().nullish() }).transform(({ value }) => tagsIn(value ?? ""));
const typed = z.object({ add: z.object({ add: text }), remove: z.object({ remove: text }) });

/** Tags them all as one change; the answer stands below the list, with its undo. */
export const tagManySubmitted: ViewListener = async (heard) => {
  const { bot, view } = heard;
  const { query, brand, url } = carries.parse(JSON.parse(view.private_metadata));
  const { add, remove } = typed.parse(view.state.values);
  const given = { add: add.add, remove: remove.remove };
  const wrong = await errorAt("add", async () => readTagChange(given));
  if (wrong) return wrong;
  const tags = readTagChange(given);
  const asked = await askedAbout(bot, heard.asked, brand);
  return {
    close: true,
    after: () => askToTagMany(bot, asked, { query, tags }, { reply: url, replace: false }),
  };
};
