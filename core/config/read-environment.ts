import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { CrmError } from "../errors/index.js";
import type { RawEnvironment } from "./read-config.js";

/** The process's environment over what `.env` in the directory says: a variable that is set wins over the file. */
export function readEnvironment(directory: string, processEnv: RawEnvironment = process.env): RawEnvironment {
  return { ...readDotEnv(join(directory, ".env")), ...processEnv };
}

function readDotEnv(path: string): RawEnvironment {
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return {};
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CrmError("wrong-input", `${path} cannot be read: ${reason}`, { cause });
  }
}
