import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

/**
 * `real`: somebody's own. `forwarding`: TikTok's relay for one order, usable for a while. `placeholder`: masked, or a
 * word in place of an address; never written to, never current.
 */
type EmailQuality = "real" | "forwarding" | "placeholder";

export interface Email {
  /** Lower case, without a name around it. */
  value: string;
  quality: EmailQuality;
}

/** Name and host as mail servers take them in practice; quoted names and hosts by number are left to other tools. */
const ADDRESS =
  /^[a-z0-9!#$%&'+=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'+=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
/** RFC 5321: 64 before the @, 254 in all. */
const LONGEST = 254;
const LONGEST_LOCAL = 64;
/** Several addresses with names stay below this; a longer cell is a text that is not searched. */
const LONGEST_CELL = 1000;
const ANGLES = /<([^<>]*)>/;
const SEPARATORS = /[\s,;/|]+/;
const MAILTO = /^(?:mailto:)+/;
const MAILTO_QUERY = /\?.*$/;
/** What people type into a field that insists on an address. */
const PLACEHOLDER_WORDS = new Set(["test", "unknown", "n/a", "na", "n.a.", "none", "null", "noemail", "no-email"]);
const PLACEHOLDER_HOST = /^(?:temp|redirect)\./;
/** TikTok Shop's forwarding addresses, one for each order. */
const FORWARDING_HOST = /(?:^|\.)scs\.tiktokw\.us$/;

/** The first e-mail address of a cell; also out of `Anna <a@b.co>` and `mailto:a@b.co`. */
export function normalizeEmail(cell: string): Read<Email> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  if (text.length > LONGEST_CELL) return notAnEmail(text);

  const value = firstAddress(text.toLowerCase());
  if (PLACEHOLDER_WORDS.has(value) || value.includes("*")) return { value, quality: "placeholder" };

  const at = value.lastIndexOf("@");
  if (value.length > LONGEST || at > LONGEST_LOCAL || !ADDRESS.test(value)) return notAnEmail(text);
  return { value, quality: qualityOf(value.slice(0, at), value.slice(at + 1)) };
}

function firstAddress(text: string): string {
  const enclosed = ANGLES.exec(text)?.[1];
  const words = (enclosed?.includes("@") ? enclosed : text).split(SEPARATORS);
  const word = words.find((candidate) => candidate.includes("@")) ?? text;
  return cellText(MAILTO.test(word) ? word.replace(MAILTO, "").replace(MAILTO_QUERY, "") : word);
}

function qualityOf(local: string, host: string): EmailQuality {
  if (PLACEHOLDER_WORDS.has(local) || PLACEHOLDER_HOST.test(host)) return "placeholder";
  return FORWARDING_HOST.test(host) ? "forwarding" : "real";
}

function notAnEmail(text: string): Unreadable {
  return new Unreadable(`${quote(text)} is no e-mail address; expected one such as name@example.com`);
}
