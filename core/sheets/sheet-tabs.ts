import { isDeepStrictEqual } from "node:util";
import type { Connection } from "mongoose";
import { type Actor, ALL_BRANDS, can, requireRight } from "../access/actor.js";
import { recordSettingChange } from "../access/record-setting-change.js";
import type { Brand } from "../brands/brand.js";
import { allBrands } from "../brands/find-brand.js";
import { MOST_TABS, type SaveTabRequest, type SheetTab } from "../contract/index.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { nextRun } from "./next-run.js";
import { sheetTabModel } from "./sheet-tab-model.js";
import { type StoredTab, tabId } from "./stored-tab.js";
import { tabInWords } from "./tab-in-words.js";

export interface ActingOnTabs {
  actor: Actor;
  now: Date;
}

/** Which tab of which spreadsheet. */
export interface TabPlace {
  spreadsheetId: string;
  sheetId: number;
}

/** The tabs of a spreadsheet, without those of brands that the person may not look at. */
export async function listTabs(
  db: Connection,
  spreadsheetId: string,
  { actor }: Pick<ActingOnTabs, "actor">,
): Promise<SheetTab[]> {
  const stored = await collectionOf(sheetTabModel(db)).find({ spreadsheetId }).sort({ sheetId: 1 }).toArray();
  const brands = await allBrands(db);
  return stored.filter(({ brandId }) => can(actor, "see", brandId)).map((tab) => toSheetTab(tab, brands));
}

/** A tab to be saved; what the query and the columns are worth is known already. */
export type TabToSave = TabPlace & Omit<SaveTabRequest, "brand"> & { brandId: string };

/**
 * Binds a tab to what it shows, or changes that.
 *
 * @throws CrmError `forbidden` for a brand that the person may not look at, also when the tab showed it before;
 * `refused` where the spreadsheet has `MOST_TABS` tabs
 */
export async function saveTab(db: Connection, given: TabToSave, { actor, now }: ActingOnTabs): Promise<SheetTab> {
  requireRight(actor, "see", given.brandId);
  const tabs = collectionOf(sheetTabModel(db));
  const _id = tabId(given.spreadsheetId, given.sheetId);
  const before = await tabs.findOne({ _id });
  if (before) requireRight(actor, "see", before.brandId);
  const brands = await allBrands(db);
  const nextRunAt = given.paused ? undefined : nextRun(given.schedule, zoneOf(given, brands), now);
  const tab = { ...given, by: actor.id, savedAt: now, ...(nextRunAt ? { nextRunAt } : {}) };
  const gone = { ...(nextRunAt ? {} : { nextRunAt: "" as const }), told: "" as const };
  const options = { upsert: true, returnDocument: "after" } as const;
  const saved = await tabs.findOneAndUpdate({ _id }, { $set: tab, $unset: gone }, options);
  if (saved === null) throw new Error("an upsert answered nothing");
  if (!before) await requireRoom(db, saved);
  await logTab(db, { before: before ?? undefined, after: saved }, { actor, now });
  return toSheetTab(saved, brands);
}

/** Of several tabs that are bound at once none may be the one too many; each looks after it is there. */
async function requireRoom(db: Connection, { _id, spreadsheetId }: StoredTab): Promise<void> {
  const tabs = collectionOf(sheetTabModel(db));
  if ((await tabs.countDocuments({ spreadsheetId })) <= MOST_TABS) return;
  await tabs.deleteOne({ _id });
  throw new CrmError("refused", `more than ${MOST_TABS} tabs of ${spreadsheetId}`, {
    say: `A spreadsheet has at most ${MOST_TABS} tabs of Roster's. Unbind one first, or take another spreadsheet.`,
  });
}

/**
 * Forgets what a tab shows; the tab itself stays.
 *
 * @throws CrmError `not-found`, or `forbidden` for a brand that the person may not look at
 */
export async function removeTab(
  db: Connection,
  { spreadsheetId, sheetId }: TabPlace,
  { actor, now }: ActingOnTabs,
): Promise<SheetTab> {
  const tabs = collectionOf(sheetTabModel(db));
  const _id = tabId(spreadsheetId, sheetId);
  const tab = await tabs.findOne({ _id });
  if (!tab) {
    const say = "This tab shows no list of Roster's, so there is nothing to unbind.";
    throw new CrmError("not-found", `no tab ${_id}`, { say });
  }
  requireRight(actor, "see", tab.brandId);
  const { deletedCount } = await tabs.deleteOne({ _id });
  if (deletedCount === 1) await logTab(db, { before: tab }, { actor, now });
  return toSheetTab(tab, await allBrands(db));
}

async function logTab(
  db: Connection,
  { before, after }: { before?: StoredTab; after?: StoredTab },
  acting: ActingOnTabs,
): Promise<void> {
  const tab = after ?? before;
  if (!tab || (before && after && isDeepStrictEqual(settingsOf(before), settingsOf(after)))) return;
  const change = { from: before && tabInWords(before), to: after && tabInWords(after) };
  const subject = `tab ${tab.title} (${tab.spreadsheetId})`;
  await recordSettingChange(db, { kind: "sheet", subject, brandId: tab.brandId, ...change }, acting);
}

const settingsOf = ({ list, query, brandId, columns, whenGone, schedule, paused }: StoredTab) => ({
  list,
  query,
  brandId,
  columns,
  whenGone,
  schedule,
  paused,
});

/** Hours of a schedule are those of the brand. */
export const zoneOf = ({ brandId }: Pick<StoredTab, "brandId">, brands: ReadonlyMap<string, Brand>): string =>
  (brandId === ALL_BRANDS ? undefined : brands.get(brandId)?.zone) ?? "UTC";

function toSheetTab(tab: StoredTab, brands: ReadonlyMap<string, Brand>): SheetTab {
  const { sheetId, title, list, query, brandId, columns, whenGone, schedule, paused, by, nextRunAt, lastRun } = tab;
  return {
    sheetId,
    title,
    list,
    query,
    brand: brands.get(brandId)?.slug ?? brandId,
    columns,
    whenGone,
    schedule,
    paused,
    by,
    ...(nextRunAt ? { nextRunAt: nextRunAt.toISOString() } : {}),
    ...(lastRun ? { lastRun } : {}),
  };
}
