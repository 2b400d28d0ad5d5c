import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { can } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { CrmError } from "../../core/errors/index.js";
import { LISTS, type ListName, parseQuery } from "../../core/query/index.js";
import { checkSegmentToSave, listSegments, readSegmentName, saveSegment } from "../../core/segments/index.js";
import type { Asked } from "../asked.js";
import { segmentForm, segmentSaved, segmentSaving } from "../blocks/segment-form.js";
import type { Bot } from "../bot.js";
import type { ViewListener } from "../listen.js";

/** What the form begins with. */
export interface SegmentDraft {
  name?: string;
  query?: string;
  list?: ListName;
  /** Id of a brand; left out, the channel's. */
  brandId?: string;
  /** Id of the segment that is changed. */
  changing?: string;
}

interface Opening {
  bot: Bot;
  asked: Asked;
  client: WebClient;
}

/** Opens the form that saves a query under a name; where a modal is open, on top of it. */
export async function openSaveSegment(
  { bot, asked, client }: Opening,
  triggerId: string,
  draft: SegmentDraft = {},
  over: "page" | "modal" = "page",
): Promise<void> {
  const opening = { trigger_id: triggerId, view: await formFor(bot, asked, draft) };
  await (over === "modal" ? client.views.push(opening) : client.views.open(opening));
}

async function formFor({ db }: Bot, { actor, brand }: Asked, draft: SegmentDraft): Promise<ModalView> {
  const brands = [...(await allBrands(db)).values()].filter(({ _id }) => can(actor, "change", _id));
  if (brands.length === 0) {
    throw new CrmError("forbidden", `${actor.id} may save no segment`, {
      say: "You may look at segments, not save them. An admin can make you an editor in Roster's Home.",
    });
  }
  return segmentForm({ brands, ...draft, brandId: draft.brandId ?? brand._id });
}

const typed = z.object({ value: z.string().nullish() }).transform(({ value }) => value ?? "");
const chosen = z
  .object({ selected_option: z.object({ value: z.string() }).nullish() })
  .transform(({ selected_option }) => selected_option?.value);
const values = z.object({
  name: z.object({ name: typed }),
  query: z.object({ query: typed }),
  list: z.object({ list: chosen }),
  brand: z.object({ brand: chosen }).optional(),
});
const metadata = z.object({ changing: z.string().optional() });

/** A mistake stands at the input that it is about. Who is in it is looked at when Slack has its answer. */
export const saveSegmentSubmitted: ViewListener = async ({ bot, asked, view, client }) => {
  const { name, query, list, brand } = values.parse(view.state.values);
  const { changing } = metadata.parse(JSON.parse(view.private_metadata || "{}"));
  const given = {
    name: name.name,
    query: query.query.trim(),
    list: LISTS.find((known) => known === list.list) ?? "creators",
    brand: brand?.brand ?? asked.brand.slug,
  };
  const errors = await mistakesIn(bot, asked, given, changing);
  if (errors) return { errors };
  return {
    update: segmentSaving(given.name),
    async after() {
      const segment = await saveSegment(bot.db, given, { actor: asked.actor, now: bot.now() });
      await client.views.update({ view_id: view.id, view: segmentSaved(segment) });
    },
  };
};

async function mistakesIn(
  { db }: Bot,
  { actor }: Asked,
  given: { name: string; query: string; list: ListName; brand: string },
  changing: string | undefined,
): Promise<Record<string, string> | undefined> {
  const parsed = parseQuery(given.query, given.list);
  if (!parsed.ok) return { query: inWords(parsed.error) };
  let at = "name";
  try {
    const { _id, name } = readSegmentName(given.name);
    const taken = (await listSegments(db, { actor })).some((segment) => segment._id === _id);
    if (taken && _id !== changing)
      return { name: `There is a segment "${name}" already. Take another name, or edit that one.` };
    at = "query";
    await checkSegmentToSave(db, given, { actor });
    return undefined;
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { [error.code === "forbidden" ? "name" : at]: error.sayOn("slack") };
  }
}

const inWords = ({ reason, suggestion, position }: { reason: string; suggestion?: string; position: number }): string =>
  `${reason}, at letter ${position + 1}.${suggestion === undefined ? "" : ` Did you mean "${suggestion}"?`}`;
