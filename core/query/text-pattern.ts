import { fold } from "../text/fold.js";
import type { TextValue } from "./ast.js";
import type { TextMatch } from "./field.js";

/** A bare word may be a handle with its @ or in a link, and is looked for inside of texts. */
export type Match = TextMatch | "word";

/** A text ready to be compared: pieces that follow each other, with any letters between them. */
export interface TextPattern {
  pieces: string[];
  wild: boolean;
  /** The value starts with the first piece, ends with the last one. */
  anchoredStart: boolean;
  anchoredEnd: boolean;
}

const PROFILE = /^(?:https?:\/\/)?(?:[a-z]+\.)?tiktok\.com\/@([^/?#]+)/i;

/** With `*` the pattern is the whole value; without, `match` says how much of it. */
export function textPattern(value: Omit<TextValue, "start" | "end">, match: Match): TextPattern {
  const parts = value.wild ? value.text.split("*") : [value.text];
  const pieces = parts.map((part, at) => normalize(part, match, at === 0));
  const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
  const inside = match === "contains" || match === "word" || (match === "phone" && !first.startsWith("+"));
  return {
    wild: value.wild,
    pieces: pieces.filter((piece) => piece !== ""),
    anchoredStart: value.wild ? first !== "" : value.exact || !inside,
    anchoredEnd: value.wild ? last !== "" : value.exact || match === "exact",
  };
}

function normalize(text: string, match: Match, first: boolean): string {
  if (match === "exact") return text.trim();
  if (match === "phone") return text.replace(first ? /(?!^\s*\+)\D/g : /\D/g, "").trim();
  if ((match === "handle" || match === "word") && first)
    return fold(PROFILE.exec(text.trim())?.[1] ?? text).replace(/^@+/, "");
  return fold(text);
}
