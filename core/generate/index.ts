export type { Expected } from "./expected.js";
export { type GenerateOptions, generateAccount } from "./generate-account.js";
export { MADE_FILES } from "./ledger.js";
