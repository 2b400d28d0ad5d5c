import type { ListName } from "./field.js";
import { findField } from "./fields.js";

/** What is being typed at the cursor: the name of a field, or a value of one. */
export interface CursorPlace {
  /** Creators inside of `by:(…)`. */
  list: ListName;
  /** Absent while the name itself, or a bare word, is typed. */
  field?: string;
  /** `>=` and the like, right before `start`. */
  operator: string;
  /** What is there already, without quotes and operators, and where that begins, quote included. */
  typed: string;
  start: number;
  quoted: boolean;
}

// Each can match nothing or goes on at least one letter; an unclosed quote ends with the text.
const QUOTED = /"(?:\\.|[^"\\])*"?|[“”](?:\\.|[^"“”\\])*["“”]?/y;
const FIELD_NAME = /\p{L}[\p{L}\p{N}_-]*:(?!\/\/)/uy;
const BARE = /[^\s(),"“”]+/y;
const OPERATOR = /(?:>=|<=|>|<|=)?/y;
const COMMA = /,\s*/y;

/** Reads only what stands before the cursor, and takes everything as it comes: a query that is half typed is wrong. */
export function cursorPlace(text: string, cursor: number, list: ListName): CursorPlace {
  const before = text.slice(0, cursor);
  const lists: ListName[] = [];
  let current = list;
  let at = 0;

  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(before)?.[0];
    at += found?.length ?? 0;
    return found;
  };

  while (at < before.length) {
    const letter = before[at] ?? "";
    if (/[\s,-]/.test(letter)) at += 1;
    else if (letter === "(") {
      lists.push(current);
      at += 1;
    } else if (letter === ")") {
      current = lists.pop() ?? list;
      at += 1;
    } else {
      const field = take(FIELD_NAME)?.slice(0, -1);
      if (field !== undefined && before[at] === "(") {
        lists.push(current);
        if (findField(current, field)?.kind === "by") current = "creators";
        at += 1;
        continue;
      }
      do {
        const operator = field === undefined ? "" : (take(OPERATOR) ?? "");
        const start = at;
        const quote = take(QUOTED);
        const raw = quote ?? take(BARE) ?? "";
        const open = quote !== undefined && !/^["“”].*["“”]$/s.test(quote);
        if (at === before.length && (quote === undefined || open)) {
          const typed = open ? raw.slice(1).replace(/\\(.)/g, "$1") : raw;
          return { list: current, field, operator, typed, start, quoted: open };
        }
      } while (take(COMMA) !== undefined);
    }
  }
  return { list: current, operator: "", typed: "", start: cursor, quoted: false };
}
