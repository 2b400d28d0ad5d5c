import type { Connection } from "mongoose";
import type { SheetRun } from "../../../core/contract/index.js";
import { CrmError } from "../../../core/errors/index.js";
import type { Log } from "../../../core/log/index.js";
import { lostConnection } from "../../../core/mongo/index.js";
import { type HeldTab, keepTab, type TabRefresh } from "../../../core/sheets/index.js";
import { bringUpToDate, type Running } from "./bring-up-to-date.js";
import type { Sheets } from "./google-sheets.js";
import { logRun } from "./log-run.js";
import { openSpreadsheet } from "./spreadsheet.js";

export interface PushParts {
  db: Connection;
  now: () => Date;
  log: Log;
  google: Sheets;
}

/** Times that a run is begun: Google's client has asked again for a minute each time. */
const MOST_TRIES = 3;

/**
 * Refreshes a tab through Google's API, as the add-on would. What goes wrong is told by the run.
 *
 * @throws CrmError `conflict` when the tab is somebody else's by now
 */
export async function refreshTab(parts: PushParts, held: HeldTab): Promise<TabRefresh> {
  const { db, now, log, google } = parts;
  const started = now();
  const spreadsheet = openSpreadsheet(google, held.spreadsheetId, () => keepTab(db, held, now()));
  const run = newRun(held, started);
  const failure = await inTries({ db, now, held, spreadsheet, run }).catch((error: unknown) => inWords(error, log));
  if (failure?.code === "conflict") throw failure;
  run.seconds = Math.max(0, Math.round((now().getTime() - started.getTime()) / 100) / 10);
  if (failure) Object.assign(run, { outcome: "failed", reason: failure.sayOn("sheets") });
  const passing = failure?.code === "unreachable";
  if (!passing) await logRun(spreadsheet, run).catch((err: unknown) => log.warn({ err }, "a refresh was not logged"));
  return { run, passing };
}

const newRun = ({ title, sheetId }: HeldTab, started: Date): SheetRun => ({
  tab: title,
  sheetId,
  startedAt: started.toISOString(),
  seconds: 0,
  trigger: "schedule",
  outcome: "done",
  rows: { total: 0, changed: 0, added: 0, removed: 0 },
  cells: 0,
});

/** The same failure has the same words each time, so that it is told once. */
function inWords(error: unknown, log: Log): CrmError {
  const known = error instanceof CrmError ? error : lostConnection(error);
  if (known) return known;
  log.error({ err: error }, "a refresh failed unexpectedly");
  const say =
    "Something went wrong inside Roster. Whoever runs it finds in its log what: a refresh failed unexpectedly.";
  return new CrmError("refused", "a refresh failed", { say });
}

/** An answer of Google's that got lost leaves open what was done: what stands in the tab says it. */
async function inTries(running: Running): Promise<undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      await bringUpToDate(running);
      return undefined;
    } catch (error) {
      const isPassing = error instanceof CrmError && error.code === "unreachable";
      if (!isPassing || tries === MOST_TRIES) throw error;
    }
  }
}
