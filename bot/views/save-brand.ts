import { z } from "zod";
import { addBrand, brandSettings, changeBrand, findBrand } from "../../core/brands/index.js";
import { CrmError } from "../../core/errors/index.js";
import { pressedValue } from "../actions/pressed.js";
import { brandForm } from "../blocks/brand-form.js";
import { publishHome } from "../events/app-home-opened.js";
import type { ActionListener, ViewListener } from "../listen.js";

const which = z.object({ slug: z.string().optional() });

/** The form of a brand: empty, or as it is now. */
export const openBrandFormPressed: ActionListener = async (heard) => {
  const { bot, client, body } = heard;
  const { slug } = pressedValue(heard, which);
  const view = brandForm(slug === undefined ? undefined : await findBrand(bot.db, slug));
  await client.views.open({ trigger_id: body.trigger_id, view });
};

const typed = z.object({ value: z.string().nullish() });
const values = z.record(z.string(), z.record(z.string(), typed));

/** Each mistake stands at its input. */
export const saveBrandSubmitted: ViewListener = async ({ bot, asked, view, body, client }) => {
  const given = writtenIn(values.parse(view.state.values));
  const parsed = brandSettings.partial().required({ slug: true, name: true }).safeParse(given);
  if (!parsed.success) {
    return { errors: Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])) };
  }
  const { slug } = which.parse(JSON.parse(view.private_metadata || "{}"));
  const acting = { actor: asked.actor, now: bot.now() };
  try {
    if (slug === undefined) await addBrand(bot.db, given, acting);
    else await changeBrand(bot.db, slug, given, acting);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { errors: { slug: error.sayOn("slack") } };
  }
  return { close: true, after: () => publishHome({ bot, asked, client }, body.user.id) };
};

/** What was left empty is not set. */
function writtenIn(state: z.infer<typeof values>): Record<string, string> {
  const inputs = Object.values(state).flatMap((elements) => Object.entries(elements));
  return Object.fromEntries(inputs.flatMap(([name, { value }]) => (value ? [[name, value]] : [])));
}
