import { randomBytes } from "node:crypto";
import type { Log } from "../log/index.js";
import { CrmError } from "./crm-error.js";
import type { Surface } from "./surface.js";

/**
 * What the person who asked reads of an error: ours in its own words, any other as a reference under which the log
 * says more.
 */
export function explainError(error: unknown, log: Log, surface: Surface): string {
  if (error instanceof CrmError) return error.sayOn(surface);
  const reference = randomBytes(4).toString("hex");
  log.error({ err: error, reference }, "unexpected error");
  return `Something went wrong inside Roster. The log says more under the reference ${reference}.`;
}
