import { splitTerms, type Terms } from "./split-terms.js";

const print = ({ terms, sort }: Terms): string => [...terms, ...(sort ? [sort] : [])].join(" ");

/** Alternatives that are there already are put in parentheses: the new term holds for all of them. */
export function addTerm(query: string, term: string): string {
  const { terms, sort, isOr } = splitTerms(query);
  const before = isOr ? terms.map((each) => `(${each})`) : terms;
  return print({ terms: before.includes(term) ? before : [...before, term], sort });
}

/** @param at which of `splitTerms(query).terms` */
export function removeTerm(query: string, at: number): string {
  const { terms, sort } = splitTerms(query);
  return print({ terms: terms.filter((_, place) => place !== at), sort });
}

export interface Sorting {
  field: string;
  /** As the language has it without a word; the other way round, it says which. */
  direction?: "asc" | "desc";
}

/** The query in this order; without one, in the list's own. */
export function setSort(query: string, sorting: Sorting | undefined): string {
  const { terms } = splitTerms(query);
  const direction = sorting?.direction ? `-${sorting.direction}` : "";
  return print({ terms, ...(sorting ? { sort: `sort:${sorting.field}${direction}` } : {}) });
}

export function readSort(query: string): Sorting | undefined {
  const [, field, direction] = /^sort:(.+?)(?:-(asc|desc))?$/i.exec(splitTerms(query).sort ?? "") ?? [];
  if (field === undefined) return undefined;
  const way = direction?.toLowerCase();
  return { field: field.toLowerCase(), ...(way === "asc" || way === "desc" ? { direction: way } : {}) };
}
