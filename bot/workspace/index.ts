export { createWorkspace } from "./create-workspace.js";
export { closeDoor, findDoor, openDoor } from "./state/door.js";
export { ADA, VIC } from "./team.js";
