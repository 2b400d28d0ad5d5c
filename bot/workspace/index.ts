export { createWorkspace, type RunningWorkspace } from "./create-workspace.js";
export { closeDoor, findDoor, openDoor } from "./state/door.js";
export { ADA, VIC } from "./team.js";
export type { WorkspaceOptions } from "./workspace.js";
