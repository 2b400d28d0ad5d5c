import { z } from "zod";
import type { SheetTab, TabsAnswer } from "../../../core/contract/index.js";
import { listRecords } from "../../../core/lists/index.js";
import { listTabs, removeTab, saveTab } from "../../../core/sheets/index.js";
import { actorOf } from "../caller.js";
import { type Asked, route } from "../route.js";
import { text } from "../schemas.js";
import { readTab, TAB } from "../sheet-request.js";

const hour = z.int().min(0).max(23);
const schedule = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("never") }),
  z.strictObject({ every: z.literal("hour") }),
  z.strictObject({ every: z.literal("day"), hour }),
  z.strictObject({ every: z.literal("week"), day: z.int().min(1).max(7).describe("1 is Monday, 7 Sunday."), hour }),
]);

const settings = z.strictObject({
  ...TAB,
  columns: TAB.columns.refine((names) => new Set(names).size === names.length, "names a column twice"),
  title: text(200).min(1),
  whenGone: z.enum(["grey", "remove"]),
  schedule,
  paused: z.boolean(),
});

const tab = settings.extend({
  sheetId: z.int(),
  by: z.string(),
  nextRunAt: z.string().optional(),
  lastRun: z
    .object({
      at: z.string(),
      trigger: z.enum(["person", "schedule"]),
      outcome: z.enum(["done", "failed"]),
      rows: z.int(),
      reason: z.string().optional(),
    })
    .optional(),
});

const place = z.strictObject({
  sheetId: z
    .string()
    .regex(/^\d{1,10}$/, "is no number of a tab")
    .transform(Number),
});

export const tabsRoute = route({
  method: "get",
  path: "/sheets/tabs",
  summary: "The tabs of this spreadsheet that are bound, and whom to share it with for schedules.",
  answer: z.object({ tabs: z.array(tab), serviceAccount: z.string().optional() }),
  async handle(_input, asked) {
    const tabs = await listTabs(asked.db, spreadsheetOf(asked), { actor: actorOf(asked) });
    const { serviceAccount } = asked;
    const answer: TabsAnswer = { tabs, ...(serviceAccount ? { serviceAccount } : {}) };
    return { body: answer };
  },
});

export const saveTabRoute = route({
  method: "put",
  path: "/sheets/tabs/:sheetId",
  summary: "Binds a tab to a list, or changes what it shows and when it is refreshed.",
  params: place,
  body: settings,
  answer: tab,
  async handle({ params: { sheetId }, body }, asked) {
    const { question } = await readTab(asked, body);
    // A query that cannot be answered is refused now, not at night.
    await listRecords(asked.db, { ...question, limit: 1 });
    const { brand: _slug, ...rest } = body;
    const wanted = { ...rest, brandId: question.brandId, spreadsheetId: spreadsheetOf(asked), sheetId };
    const saved: SheetTab = await saveTab(asked.db, wanted, { actor: actorOf(asked), now: asked.now() });
    return { body: saved };
  },
});

export const unbindTabRoute = route({
  method: "delete",
  path: "/sheets/tabs/:sheetId",
  summary: "Forgets what a tab shows; its rows stay.",
  params: place,
  answer: tab,
  async handle({ params: { sheetId } }, asked) {
    const which = { spreadsheetId: spreadsheetOf(asked), sheetId };
    return { body: await removeTab(asked.db, which, { actor: actorOf(asked), now: asked.now() }) };
  },
});

const spreadsheetOf = ({ caller }: Asked): string => caller?.token.spreadsheetId ?? "";
