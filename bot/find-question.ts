import { z } from "zod";
import { type ListQuestion, listRecords } from "../core/lists/index.js";
import { LISTS, type ListName } from "../core/query/index.js";
import { segmentQueries } from "../core/segments/index.js";
import type { Asked } from "./asked.js";
import type { Bot } from "./bot.js";
import { askedAbout, scopeOf } from "./creator-ref.js";

/** What a list was asked for, as its buttons carry it on. */
export const findQuestion = z.object({
  list: z.enum(LISTS),
  query: z.string(),
  /** Id of the brand. */
  brand: z.string(),
  /** Where the page begins; left out, at the beginning. */
  cursor: z.string().optional(),
  /** Rows before this page. */
  before: z.number().int().min(0).default(0),
});
export type FindQuestion = z.infer<typeof findQuestion>;

/** Rows of one page: what a table of Slack's holds. */
const PAGE = 100;

/** The first page of what somebody asks for where they are. */
export const firstPage = (list: ListName, query: string, { brand }: Pick<Asked, "brand">): FindQuestion => ({
  list,
  query,
  brand: brand._id,
  before: 0,
});

/** The question as core is asked it: for who asks, with segments, in the brand's time. */
async function listQuestion<L extends ListName>(
  { db, now }: Bot,
  asked: Asked,
  { list, query }: { list: L; query: string },
): Promise<ListQuestion & { list: L }> {
  const scope = scopeOf(asked);
  return { list, query, ...scope, zone: asked.brand.zone, now: now(), segments: await segmentQueries(db) };
}

/** One page of a list, with the brand that it is of. */
export async function readFound<L extends ListName>(
  bot: Bot,
  given: Asked,
  { list, query, brand, cursor }: FindQuestion & { list: L },
) {
  const asked = await askedAbout(bot, given, brand);
  const question = await listQuestion(bot, asked, { list, query });
  return { asked, page: await listRecords(bot.db, { ...question, limit: PAGE, cursor }) };
}
