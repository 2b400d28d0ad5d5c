import { QUOTE, quoteEnd } from "./quote-end.js";

/** Terms of a query that can be taken away one by one. */
export interface Terms {
  /** Each as it is written; where OR stands between some, all of them are one. */
  terms: string[];
  /** `sort:…`, which belongs to the whole query. */
  sort?: string;
  /** The one term is alternatives: it takes parentheses before another stands beside it. */
  isOr?: true;
}

const KEYWORD = /(?:AND|OR|NOT)(?=[\s()]|$)/y;

/** Reads any text, half-typed ones too: an open quote or parenthesis goes to the end. */
export function splitTerms(query: string): Terms {
  const terms: string[] = [];
  let [sort, hasOr, negation]: [string | undefined, boolean, string] = [undefined, false, ""];
  for (const piece of pieces(query)) {
    if (piece === "OR") hasOr = true;
    if (piece === "NOT") negation += "NOT ";
    else if (/^sort:/i.test(piece)) sort = piece;
    else if (piece !== "AND" || hasOr) {
      terms.push(negation + piece);
      negation = "";
    }
  }
  if (negation !== "") terms.push(negation.trimEnd());
  const isOr = hasOr && terms.length > 0;
  return { terms: isOr ? [terms.join(" ")] : terms, ...(sort ? { sort } : {}), ...(isOr ? { isOr } : {}) };
}

/** What spaces part, outside quotes and parentheses; keywords alone. */
function* pieces(query: string): Generator<string> {
  for (let at = 0; at < query.length; ) {
    const space = /\s/.test(query[at] ?? "");
    const end = space ? at + 1 : (keywordEnd(query, at) ?? pieceEnd(query, at));
    if (!space) yield query.slice(at, end);
    at = end;
  }
}

function keywordEnd(query: string, at: number): number | undefined {
  KEYWORD.lastIndex = at;
  return KEYWORD.test(query) ? KEYWORD.lastIndex : undefined;
}

/** A comma takes the value after it along, however many spaces stand between. */
function pieceEnd(query: string, start: number): number {
  let depth = 0;
  for (let at = start; at < query.length; ) {
    const letter = query[at] ?? "";
    if (QUOTE.test(letter)) {
      at = quoteEnd(query, at);
      continue;
    }
    if (letter === "(") depth += 1;
    if (letter === ")") depth = Math.max(0, depth - 1);
    if (/\s/.test(letter) && depth === 0 && !/,\s*$/.test(query.slice(start, at))) return at;
    at += 1;
  }
  return query.length;
}
