import { plainLine, withoutHidden } from "../../core/text/index.js";
import { cutTo } from "./parts.js";

/** Signs that begin formatting, and others that only look like them. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "*": "＊",
  "~": "～",
  "`": "ˋ",
};

/** Formatting begins and ends at the edge of a word only: the `_` inside of a handle may stay. */
const EDGE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** Words from outside where Slack reads markup: they call nobody and format nothing. */
export const harmless = (text: string): string =>
  withoutHidden(text)
    .replace(/[&<>*~`]/g, (sign) => LOOKALIKES[sign] ?? sign)
    .replace(EDGE, "＿");

/** The longest `text` of a message: it stands in notifications, not in place of the blocks. */
const LONGEST = 600;

/** A message's own `text`, the one place that is always read as markup, out of words from outside. */
export const messageText = (text: string): string => harmless(cutTo(inOneLine(text), LONGEST));

/** On one line, nothing hidden in it. */
export const inOneLine = plainLine;
