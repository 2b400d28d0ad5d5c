export { asEnvironment } from "./as-environment.js";
export { type Environment, VARIABLES, type Variable, type VariableName } from "./environment.js";
export type { MistypedName } from "./find-mistyped-names.js";
export { printEnvExample } from "./print-env-example.js";
export { type Config, type RawEnvironment, readConfig } from "./read-config.js";
export { readEnvironment } from "./read-environment.js";
export { readServiceAccount, type ServiceAccount } from "./service-account.js";
