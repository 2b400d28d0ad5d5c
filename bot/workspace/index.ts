export { createWorkspace, type RunningWorkspace } from "./create-workspace.js";
export { ADA, VIC } from "./team.js";
export type { WorkspaceOptions } from "./workspace.js";
