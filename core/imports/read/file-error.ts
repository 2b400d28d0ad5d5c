import { CrmError } from "../../errors/index.js";

/** A file that cannot be taken in: nothing of it is written. `line` counts from 1. */
export function fileError(file: string, line: number | undefined, problem: string, cause?: unknown): CrmError {
  const where = line === undefined ? file : `${file}, line ${line}`;
  return new CrmError("refused", `${where}: ${problem}`, { cause });
}
