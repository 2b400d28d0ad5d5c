import { CrmError } from "../core/errors/index.js";
import { REFRESH_SHEETS } from "../core/queue/index.js";
import { type HeldTab, holdDueTab, type RefreshTab, recordRun, releaseTab } from "../core/sheets/index.js";
import type { Job, JobContext } from "./job.js";

/** What passes by itself is tried again so soon; milliseconds. */
const SOON = 5 * 60_000;

export const refreshDueSheets: Job<object> = {
  definition: REFRESH_SHEETS,
  lockLifetime: 60_000,
  async run(_payload, context) {
    const { db, now, refreshTab } = context;
    if (refreshTab === undefined) return;
    for (;;) {
      const tab = await holdDueTab(db, now());
      if (tab === undefined) return;
      await refreshOne(context, tab, refreshTab);
    }
  },
};

async function refreshOne(context: JobContext, tab: HeldTab, refreshTab: RefreshTab): Promise<void> {
  const { db, log, now } = context;
  const { spreadsheetId, sheetId, by } = tab;
  try {
    const { run, passing } = await refreshTab(tab);
    await recordRun(db, run, { spreadsheetId, by });
    const told = run.reason === undefined ? undefined : await tell(context, tab, { reason: run.reason, passing });
    const again = passing ? { again: new Date(now().getTime() + SOON) } : {};
    await releaseTab(db, tab, { now: now(), ...again, ...(told === undefined ? {} : { told }) });
  } catch (error) {
    if (!(error instanceof CrmError) || error.code !== "conflict") throw error;
    log.info({ spreadsheetId, sheetId, why: error.message }, "a refresh of a tab was given up");
    await releaseTab(db, tab, { now: now() });
  }
}

/**
 * Tells whoever saved the tab why it was not refreshed, once as long as the same lasts. What passes by itself is told
 * when it did not. Answers what they know then.
 */
async function tell(
  { notify, log }: JobContext,
  { by, told, lastRun, title: tab, spreadsheetId, sheetId }: HeldTab,
  { reason, passing }: { reason: string; passing: boolean },
): Promise<string | undefined> {
  if (told === reason || notify === undefined) return told;
  if (passing && lastRun?.outcome !== "failed") return told;
  try {
    await notify.tellRefresh(by, { spreadsheetId, sheetId, tab, reason });
    return reason;
  } catch (err) {
    log.warn({ err, by }, "nobody could be told of a refresh that failed");
    return undefined;
  }
}
