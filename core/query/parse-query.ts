import type { Query } from "./ast.js";
import { ExpressionParser } from "./expression-parser.js";
import type { ListName } from "./field.js";
import { Mistake, type QueryError, queryTrouble } from "./query-error.js";

/** The longest query, in letters. */
export const MAX_LENGTH = 10_000;

export type Parsed = { ok: true; query: Query } | { ok: false; error: QueryError };

/** Reads a query about a list. An empty text asks for everything. */
export function parseQuery(text: string, list: ListName): Parsed {
  if (text.length > MAX_LENGTH) {
    const error = { position: MAX_LENGTH, length: text.length - MAX_LENGTH, reason: tooLong(text.length) };
    return { ok: false, error };
  }
  try {
    const { where, sort } = new ExpressionParser(text, list).parse();
    return { ok: true, query: { list, text, ...(where && { where }), ...(sort && { sort }) } };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, error: error.error };
    throw error;
  }
}

/** Like `parseQuery`; a mistake is a `CrmError` whose `say` shows where in the query it is. */
export function readQuery(text: string, list: ListName): Query {
  const parsed = parseQuery(text, list);
  if (!parsed.ok) throw queryTrouble(text, parsed.error);
  return parsed.query;
}

const tooLong = (length: number): string => `A query has at most ${MAX_LENGTH} characters, this one has ${length}`;
