import type { SheetRow, SyncAnswer } from "../../core/contract/index.js";
import { askChanges, askLater } from "./ask-changes.js";
import type { RefreshSoFar, RefreshStep } from "./calls.js";
import { alone } from "./lock.js";
import { logRun } from "./log-run.js";
import { hasMoved, idsDamaged, type OpenTab, openTab, readAgain } from "./open-tab.js";
import { AddonError, inWords } from "./problem.js";
import { readIds } from "./read-sheet.js";
import { afterPlan, countPlan, stepsOf } from "./steps.js";
import { planSync, type SyncPlan } from "./sync.js";
import { haveOf } from "./tab.js";
import { findSheet, keepTab, questionOf } from "./tabs.js";
import { takeSteps } from "./write-sheet.js";

/** After these no further chunk is begun: one takes some seconds, and a step has to stay under `STEP_SECONDS`. */
const CHUNKS_UNTIL = 30;
/** Times that a chunk is planned anew because people moved rows meanwhile. */
const MOST_TRIES = 3;

/** One step of a refresh. Each chunk is written and remembered before the next: a run that ends early lost nothing. */
export function refresh({ sheetId, so }: { sheetId: number; so?: RefreshSoFar }): RefreshStep {
  const now = Date.now();
  const begun = so ?? { startedAt: new Date(now).toISOString(), rows: { changed: 0, added: 0, removed: 0 }, cells: 0 };
  return alone(() => {
    try {
      const step = work(sheetId, copyOf(begun), now + CHUNKS_UNTIL * 1_000);
      if (step.done) logEnd(sheetId, step.so, { total: step.total });
      return step;
    } catch (error) {
      logEnd(sheetId, begun, { total: 0, reason: inWords(error).problem.detail });
      throw error;
    }
  });
}

const copyOf = (so: RefreshSoFar): RefreshSoFar => ({ ...so, rows: { ...so.rows } });

function work(sheetId: number, so: RefreshSoFar, until: number): RefreshStep {
  const open = openTab(sheetId, readIds);
  const question = questionOf(open.bound.settings);
  const { later, total, ...changes } = askChanges(question, haveOf(open.tab, open.memory.synced), open.columns);
  takeColumns(open, changes.columns);
  // Read after Roster was asked, so that what people write in the meantime is seen.
  readAgain(open);
  const running: Running = { open, so, conflicts: 0 };
  carryOut(running, changes);
  while (later.length > 0 && Date.now() < until) carryOut(running, askLater(question, later));
  return { done: later.length === 0, so, total, left: later.length, conflicts: running.conflicts };
}

interface Running {
  open: OpenTab;
  so: RefreshSoFar;
  conflicts: number;
}

/** A currency or a name may have changed. */
function takeColumns(open: OpenTab, columns: SyncAnswer["columns"]): void {
  const { bound, sheet } = open;
  if (JSON.stringify(bound.columns) !== JSON.stringify(columns)) keepTab(sheet.getSheetId(), { ...bound, columns });
  open.columns = columns;
}

/** @throws AddonError `ids-damaged`, or `moving` while people keep sorting */
function carryOut(running: Running, chunk: { rows: SheetRow[]; gone: string[] }): void {
  const { open } = running;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const plan = makePlan(open, chunk);
    const nothing = plan.remember.size + plan.write.length === 0;
    if (nothing || !hasMoved(open)) {
      takePlan(running, plan);
      return;
    }
    readAgain(open);
  }
  throw new AddonError("moving", "The tab is being sorted or changed all the time. Try again in a minute.");
}

function makePlan({ tab, memory, columns, bound }: OpenTab, chunk: { rows: SheetRow[]; gone: string[] }): SyncPlan {
  const { whenGone } = bound.settings;
  const plan = planSync({ tab, synced: memory.synced, answer: { columns, ...chunk }, whenGone });
  if (!plan) throw idsDamaged();
  return plan;
}

function takePlan(running: Running, plan: SyncPlan): void {
  const { open, so } = running;
  so.cells += takeSteps(stepsOf(plan, open.memory), open);
  countPlan(so.rows, plan);
  running.conflicts += plan.conflicts.length;
  open.tab = afterPlan(open.tab, plan);
  open.lastRow = open.sheet.getLastRow();
}

function logEnd(sheetId: number, { startedAt, rows, cells }: RefreshSoFar, end: { total: number; reason?: string }) {
  const { total, reason } = end;
  const seconds = Math.max(0, Math.round((Date.now() - Date.parse(startedAt)) / 100) / 10);
  const outcome = reason === undefined ? "done" : "failed";
  const tab = findSheet(sheetId)?.getName() ?? `tab ${sheetId}`;
  logRun({ tab, sheetId, startedAt, seconds, trigger: "person", outcome, rows: { total, ...rows }, cells, reason });
}
