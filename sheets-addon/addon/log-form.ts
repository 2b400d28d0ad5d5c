import type { Cell, SheetRun } from "../../core/contract/index.js";

/** The sheet that lists the last runs of a spreadsheet, the newest on top. */
export const LOG_NAME = "Roster log";

export const LOG_HEADERS = [
  "When",
  "Tab",
  "Outcome",
  "Rows",
  "Changed",
  "Added",
  "Removed",
  "Cells",
  "Seconds",
  "Why",
] as const;

/** What stands below the headings, without the first: how a moment is written is each client's own. */
export const logCells = ({ tab, outcome, rows, cells, seconds, reason }: SheetRun): Cell[] => [
  tab,
  outcome,
  rows.total,
  rows.changed,
  rows.added,
  rows.removed,
  cells,
  seconds,
  reason ?? null,
];
