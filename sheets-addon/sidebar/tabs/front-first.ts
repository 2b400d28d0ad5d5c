import type { Opening } from "../../addon/calls.js";

/** The bound tabs, the one in front before the others. */
export const frontFirst = ({ tabs, active }: Opening): Opening["tabs"] =>
  tabs.toSorted((a, b) => Number(b.sheetId === active.sheetId) - Number(a.sheetId === active.sheetId));
