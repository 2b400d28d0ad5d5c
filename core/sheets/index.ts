export { disconnectSpreadsheet } from "./disconnect-spreadsheet.js";
export { holdDueTab, keepTab, releaseTab } from "./hold-tab.js";
export { listRuns, recordRun } from "./sheet-runs.js";
export { listTabs, removeTab, saveTab } from "./sheet-tabs.js";
export type { HeldTab, RefreshTab, StoredTab, TabRefresh } from "./stored-tab.js";
