import { randomUUID } from "node:crypto";
import type { Connection } from "mongoose";
import { allBrands } from "../brands/find-brand.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { nextRun } from "./next-run.js";
import { sheetTabModel } from "./sheet-tab-model.js";
import { zoneOf } from "./sheet-tabs.js";
import type { HeldTab } from "./stored-tab.js";

/** Whoever refreshes a tab and is silent for longer is taken for dead; milliseconds. */
const PATIENCE = 10 * 60_000;

const until = (now: Date) => new Date(now.getTime() + PATIENCE);

/** Takes one tab that is due; of several who ask at once each gets another. */
export async function holdDueTab(db: Connection, now: Date): Promise<HeldTab | undefined> {
  const holder = randomUUID();
  const tab = await collectionOf(sheetTabModel(db)).findOneAndUpdate(
    { nextRunAt: { $lte: now }, $or: [{ heldUntil: { $exists: false } }, { heldUntil: { $lte: now } }] },
    { $set: { holder, heldUntil: until(now) } },
    { sort: { nextRunAt: 1 }, returnDocument: "after" },
  );
  return tab ? { ...tab, holder } : undefined;
}

/**
 * Says that a refresh is still under way; to be asked before whatever it writes.
 *
 * @throws CrmError `conflict` when the tab was unbound or changed meanwhile, or somebody else took it over
 */
export async function keepTab(db: Connection, { _id, holder, savedAt }: HeldTab, now: Date): Promise<void> {
  const mine = { _id, holder, savedAt };
  const kept = await collectionOf(sheetTabModel(db)).updateOne(mine, { $set: { heldUntil: until(now) } });
  if (kept.matchedCount === 1) return;
  throw new CrmError("conflict", `the tab ${_id} is held by another`, {
    say: "The tab was unbound or set up anew while it was refreshed. The next refresh goes by what it is now.",
  });
}

/** Gives a tab back until its next time, or until an earlier `again`. */
export async function releaseTab(
  db: Connection,
  { _id, holder }: HeldTab,
  { now, again, told }: { now: Date; again?: Date; told?: string },
): Promise<void> {
  const tabs = collectionOf(sheetTabModel(db));
  // What it shows and when may have been changed meanwhile.
  const tab = await tabs.findOne({ _id, holder });
  if (!tab) return;
  const planned = tab.paused ? undefined : nextRun(tab.schedule, zoneOf(tab, await allBrands(db)), now);
  const nextRunAt = planned && again && again < planned ? again : planned;
  const set = { ...(nextRunAt ? { nextRunAt } : {}), ...(told === undefined ? {} : { told }) };
  const unset = {
    ...(nextRunAt ? {} : { nextRunAt: "" as const }),
    ...(told === undefined ? { told: "" as const } : {}),
  };
  await tabs.updateOne(
    { _id, holder, savedAt: tab.savedAt },
    { ...(Object.keys(set).length > 0 ? { $set: set } : {}), $unset: { ...unset, holder: "", heldUntil: "" } },
  );
  // Saved anew at this moment: its times are those of that.
  await tabs.updateOne({ _id, holder }, { $unset: { holder: "", heldUntil: "" } });
}
