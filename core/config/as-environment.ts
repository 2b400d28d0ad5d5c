import type { VariableName } from "./environment.js";
import type { Config } from "./read-config.js";

const NOT_VARIABLES = new Set(["cacheDir", "searchPath", "mistyped"]);

/** The variables of a configuration as another process is given them. */
export function asEnvironment(config: Config): Partial<Record<VariableName, string>> {
  const set = Object.entries(config).filter(([name, value]) => !NOT_VARIABLES.has(name) && value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}
