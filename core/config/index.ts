export { asEnvironment } from "./as-environment.js";
export { VARIABLES, type Variable } from "./environment.js";

export { type Config, type RawEnvironment, readConfig } from "./read-config.js";
export { readEnvironment } from "./read-environment.js";
export { readServiceAccount, type ServiceAccount } from "./service-account.js";
