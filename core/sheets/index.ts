export { disconnectSpreadsheet } from "./disconnect-spreadsheet.js";
export { holdDueTab, keepTab, releaseTab } from "./hold-tab.js";
export { listRuns, recordRun } from "./sheet-runs.js";
export { type ActingOnTabs, listTabs, removeTab, saveTab, type TabPlace, type TabToSave } from "./sheet-tabs.js";
export type { HeldTab, RefreshTab, StoredTab, TabRefresh } from "./stored-tab.js";
