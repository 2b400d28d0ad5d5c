import type { SheetTab, TabSettings } from "../../../core/contract/index.js";

/** What a person chose for a tab, without what the server adds. */
export const settingsOf = ({
  list,
  query,
  brand,
  columns,
  whenGone,
  schedule,
  paused,
}: SheetTab | TabSettings): TabSettings => ({ list, query, brand, columns, whenGone, schedule, paused });
