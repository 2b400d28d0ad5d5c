import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { CrmError } from "../errors/index.js";
import { type Environment, environmentSchema, VARIABLES } from "./environment.js";
import { findMistypedNames, type MistypedName } from "./find-mistyped-names.js";

export type RawEnvironment = Readonly<Record<string, string | undefined>>;

/** The environment, parsed: each variable under its own name, and what the machine says beside them. */
export interface Config extends Environment {
  /** Absolute directory, per user, for what was fetched once; safe to delete. */
  cacheDir: string;
  /** The directories of the PATH. */
  searchPath: string[];
  /** Names that nothing reads, each with the name that was probably meant. */
  mistyped: MistypedName[];
}

/**
 * Parses the environment. An empty value counts as unset, as in a `.env` with `NAME=`.
 *
 * Throws `wrong-input`, which names every bad variable at once, what was expected and what was got.
 */
export function readConfig(env: RawEnvironment): Config {
  const known = Object.fromEntries(VARIABLES.map(({ name }) => [name, env[name]?.trim() || undefined]));
  const parsed = environmentSchema.safeParse(known);
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path, message }) => complain(String(path[0]), message, known));
    throw new CrmError("wrong-input", complaints.join("\n"));
  }

  return {
    ...parsed.data,
    ROSTER_DATA_DIR: resolve(parsed.data.ROSTER_DATA_DIR),
    cacheDir: join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), ".cache"), "roster"),
    searchPath: (env.PATH ?? "").split(delimiter).filter((directory) => directory !== ""),
    mistyped: findMistypedNames(Object.keys(env)),
  };
}

function complain(name: string, expected: string, known: RawEnvironment): string {
  const value = known[name] ?? "";
  const secret = VARIABLES.some((variable) => variable.name === name && variable.secret);
  const got = secret ? `a text of ${value.length} characters (not shown, it is a secret)` : `"${value}"`;
  return `${name}: ${expected}; got ${got}.`;
}
