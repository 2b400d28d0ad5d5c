import type { SheetList, SheetTab, TabSettings } from "../../../core/contract/index.js";
import type { Opening } from "../../addon/calls.js";
import { ALL } from "../app/all-brands.js";
import { LIST_NAMES } from "../words/count-in-words.js";
import { settingsOf } from "./settings-of.js";

/** What a person is choosing for a tab. */
export interface Draft extends Omit<TabSettings, "columns"> {
  /** What was chosen; a list that nothing was chosen for has its usual ones. */
  columns: Partial<Record<SheetList, string[]>>;
  /** Where the list goes; a new tab when absent. */
  sheetId?: number;
  /** Of the new tab. */
  title: string;
}

/** @param tab what is changed, or made again where it was deleted */
export function startDraft(opening: Opening, tab?: SheetTab & { missing?: true }): Draft {
  if (tab) {
    const settings = settingsOf(tab);
    const place = tab.missing ? {} : { sheetId: tab.sheetId };
    return { ...settings, columns: { [tab.list]: settings.columns }, title: tab.title, ...place };
  }
  const { free, active, me } = opening;
  const inFront = free.find((each) => each.sheetId === active.sheetId && each.empty);
  return {
    list: "creators",
    query: "",
    brand: me?.brands[0]?.slug ?? ALL,
    columns: {},
    whenGone: "grey",
    schedule: { every: "never" },
    paused: false,
    title: freeTitle(LIST_NAMES.creators, opening),
    ...(inFront ? { sheetId: inFront.sheetId } : {}),
  };
}

/** The name, or with a number behind it where a tab has it. Google compares them without case. */
export function freeTitle(name: string, { tabs, free }: Opening): string {
  const taken = new Set([...tabs, ...free].map(({ title }) => title.toLowerCase()));
  let title = name;
  for (let number = 2; taken.has(title.toLowerCase()); number += 1) title = `${name} ${number}`;
  return title;
}
