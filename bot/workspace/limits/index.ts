export { checkBlocks } from "./check-blocks.js";
export { checkMessage } from "./check-message.js";
export { checkHome, checkView } from "./check-view.js";
export type { Problem } from "./problem.js";
