import { z } from "zod";
import type { SheetRunsAnswer } from "../../../core/contract/index.js";
import { listRuns, recordRun } from "../../../core/sheets/index.js";
import { actorOf } from "../caller.js";
import { type Asked, route } from "../route.js";
import { text } from "../schemas.js";

/** Google ends a run after minutes; seconds. */
const LONGEST_RUN = 86_400;

const count = z.int().min(0);
const run = z.strictObject({
  tab: text(200),
  sheetId: z.int().min(0).optional(),
  startedAt: z.iso.datetime({ offset: true }),
  seconds: z.number().min(0).max(LONGEST_RUN),
  trigger: z.enum(["person", "schedule"]),
  outcome: z.enum(["done", "failed"]),
  rows: z.strictObject({ total: count, changed: count, added: count, removed: count }),
  cells: count,
  reason: text(2_000).optional(),
});

export const logRunRoute = route({
  method: "post",
  path: "/sheets/log",
  summary: "Writes down a run of a tab that ended.",
  body: run,
  answer: z.object({ logged: z.literal(true) }),
  async handle({ body }, asked) {
    await recordRun(asked.db, body, { spreadsheetId: sheetOf(asked), by: actorOf(asked).id });
    return { status: 201, body: { logged: true } };
  },
});

export const runsRoute = route({
  method: "get",
  path: "/sheets/log",
  summary: "The last runs of this spreadsheet's tabs, newest first.",
  answer: z.object({ runs: z.array(run.extend({ by: z.string() })) }),
  async handle(_input, asked) {
    const answer: SheetRunsAnswer = { runs: await listRuns(asked.db, sheetOf(asked)) };
    return { body: answer };
  },
});

const sheetOf = ({ caller }: Asked): string => caller?.token.spreadsheetId ?? "";
