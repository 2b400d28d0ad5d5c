import type { Problem, ProblemKind } from "../../core/contract/index.js";
import type { CallProblem } from "./calls.js";

/** Beside the API's: what can only go wrong in the spreadsheet. */
export type AddonProblemKind =
  | ProblemKind
  /** Another run works on the spreadsheet. */
  | "busy"
  /** The tab was deleted. */
  | "tab-gone"
  /** The tab is bound to no list. */
  | "not-bound"
  | "ids-damaged"
  /** People sort and write while a refresh tries to. */
  | "moving"
  /** The tab holds nothing to import. */
  | "empty"
  | "google";

/** Its message is the JSON of a `CallProblem`: all that `google.script.run` hands on of an error. */
export class AddonError extends Error {
  readonly problem: CallProblem;

  constructor(kind: AddonProblemKind, detail: string) {
    const problem: CallProblem = { kind, detail };
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

/** Last part of a problem's type. */
export const kindOf = ({ type }: Problem): string => type.split(/[:/]/).pop() ?? "broken";

/** What went wrong, in words for the person; what was not foreseen is a refusal of Google's. */
export function inWords(error: unknown): AddonError {
  if (error instanceof AddonError) return error;
  const said = (error instanceof Error ? error.message : String(error)).replace(/^Exception: /, "");
  return new AddonError("google", `Google Sheets did not do this: ${said} Try again; what was done so far is kept.`);
}
