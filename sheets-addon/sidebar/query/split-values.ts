import { QUOTE, quoteEnd } from "./quote-end.js";

/** Texts that mean themselves without quotes. `*` stands for any letters. */
const PLAIN = /^[\p{L}\p{N}_@#&+'/*][\p{L}\p{N}_@.#&+'/:*-]*$/u;

/** Alternatives as they are typed, with commas between, outside quotes. */
export function splitValues(typed: string): string[] {
  const values: string[] = [];
  let start = 0;
  for (let at = 0; at < typed.length; ) {
    if (QUOTE.test(typed[at] ?? "")) at = quoteEnd(typed, at);
    else {
      if (typed[at] === ",") {
        values.push(typed.slice(start, at));
        start = at + 1;
      }
      at += 1;
    }
  }
  return [...values, typed.slice(start)].map((value) => value.trim());
}

/** In quotes where the language needs them; what is quoted stays as it is. */
export function quoted(value: string): string {
  const isWhole = QUOTE.test(value[0] ?? "") && value.length > 1 && quoteEnd(value, 0) === value.length;
  if (PLAIN.test(value) || (isWhole && QUOTE.test(value.at(-1) ?? ""))) return value;
  return `"${value.replace(/["“”\\]/g, "\\$&")}"`;
}

export const quotedValues = (typed: string): string =>
  splitValues(typed)
    .filter((value) => value !== "")
    .map(quoted)
    .join(",");
