import { CrmError } from "../errors/index.js";
import type { Span } from "./ast.js";

/** A mistake in a query: what is wrong from `position` on, over `length` letters. */
export interface QueryError {
  position: number;
  length: number;
  /** A whole sentence without its full stop. */
  reason: string;
  /** The right word to stand there, when there is a near one. */
  suggestion?: string;
}

/** Thrown inside this room only, to leave a parser that is many calls deep. */
export class Mistake extends Error {
  readonly error: QueryError;
  /** `forbidden`: nothing is wrong with the words, this person may not ask. */
  readonly code: "wrong-input" | "forbidden";

  constructor({ start, end }: Span, reason: string, suggestion?: string, code: Mistake["code"] = "wrong-input") {
    super(reason);
    this.code = code;
    this.error = { position: start, length: end - start, reason, ...(suggestion === undefined ? {} : { suggestion }) };
  }
}

/** Letters of the query that are shown on each side of a mistake. */
const AROUND = 60;

/** The query, a line of carets below it, the reason, the right word. */
export function explain(text: string, error: QueryError): string {
  const from = Math.max(0, error.position - AROUND);
  const shown = text.slice(from, error.position + AROUND).replace(/\s/g, " ");
  const carets = "^".repeat(Math.max(1, Math.min(error.length, AROUND)));
  const did = error.suggestion === undefined ? "" : ` Did you mean "${error.suggestion}"?`;
  return `${shown}\n${" ".repeat(error.position - from)}${carets}\n${error.reason}.${did}`;
}

export function queryTrouble(text: string, error: QueryError, code: Mistake["code"] = "wrong-input"): CrmError {
  return new CrmError(code, `Query, at ${error.position}: ${error.reason}`, { say: explain(text, error) });
}
