import type { Connection } from "mongoose";
import type { SheetRun, SyncAnswer } from "../../../core/contract/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { inBatches } from "../../../core/mongo/index.js";
import type { StoredTab } from "../../../core/sheets/index.js";
import { IDS_DAMAGED } from "../../addon/lost-ids.js";
import { afterPlan, countPlan, stepsOf } from "../../addon/steps.js";
import { planSync, type SyncPlan } from "../../addon/sync.js";
import { haveOf } from "../../addon/tab.js";
import { changesNow, pickRows } from "../rows-now.js";
import { inWordsOfTab, questionOfTab } from "./ask-roster.js";
import { lookAgain, type OpenTab, openTab } from "./open-tab.js";
import type { Spreadsheet } from "./spreadsheet.js";
import { takeSteps } from "./take-steps.js";

/** A refresh under way; `run` counts what it does. */
export interface Running {
  db: Connection;
  now: () => Date;
  held: StoredTab;
  spreadsheet: Spreadsheet;
  run: SheetRun;
}

type Chunk = Pick<SyncAnswer, "rows" | "gone">;

/** Rows that are written and remembered before the next are asked for. */
const CHUNK_ROWS = 10_000;
/** Times that a chunk is planned anew because people moved rows meanwhile. */
const MOST_TRIES = 3;

/**
 * Makes a tab show what its query finds now. Each chunk is written and remembered before the next: a run that ends
 * early lost nothing.
 */
export async function bringUpToDate(running: Running): Promise<void> {
  const { db, held, spreadsheet, run } = running;
  const question = await questionOfTab(running, held);
  let open = await openTab(spreadsheet, held.sheetId, question.form.columns);
  run.tab = open.sheet.title;
  const have = haveOf(open.tab, open.memory.synced);
  const { later, total, ...first } = await inWordsOfTab(held.by, () => changesNow(db, question, { have }));
  run.rows.total = total;
  open = await carryOut(running, open, first);
  for (const ids of inBatches(later, CHUNK_ROWS)) {
    open = await carryOut(running, open, await pickRows(db, question, ids));
  }
}

/**
 * Answers the tab as it is then.
 *
 * @throws CrmError `refused` for damaged ids, or while people keep sorting
 */
async function carryOut(running: Running, given: OpenTab, chunk: Chunk): Promise<OpenTab> {
  let open = given;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const plan = makePlan(running.held, open, chunk);
    if (plan.remember.size + plan.write.length === 0) return open;
    const still = await lookAgain(open, plan.append.length);
    if (still) return takePlan(running.run, still, plan);
    open = await openTab(open.spreadsheet, open.sheet.sheetId, open.columns);
  }
  const say =
    "The tab was being sorted or changed all the time, so nothing more was written. The next refresh goes on.";
  throw new CrmError("refused", "the tab keeps moving", { say });
}

function makePlan({ whenGone }: StoredTab, { tab, memory, columns }: OpenTab, chunk: Chunk): SyncPlan {
  const plan = planSync({ tab, synced: memory.synced, answer: { columns: [...columns], ...chunk }, whenGone });
  if (plan) return plan;
  throw new CrmError("refused", "the ids are damaged", { say: IDS_DAMAGED });
}

async function takePlan(run: SheetRun, open: OpenTab, plan: SyncPlan): Promise<OpenTab> {
  run.cells += await takeSteps(stepsOf(plan, open.memory), open);
  countPlan(run.rows, plan);
  return { ...open, tab: afterPlan(open.tab, plan) };
}
