export { listRuns, recordRun } from "./sheet-runs.js";
