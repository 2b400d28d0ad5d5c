export { DIRT, type Dirt } from "./dirt.js";
export type { Expected } from "./expected.js";
export { type GenerateOptions, generateAccount } from "./generate-account.js";
export { MADE_FILES, type MadeFile } from "./ledger.js";
