import type { AskableField } from "../../../core/contract/index.js";
import { listInWords } from "../words/list-in-words.js";
import { splitValues } from "./split-values.js";

const TERM = /^(-|NOT )?([\p{L}][\p{L}\p{N}_-]*):(?!\()(.+)$/su;
const VALUE = /^(>=|<=|>|<|=)?(.*)$/s;

/** What a chip says; a term that is more than one condition says itself. */
export function termInWords(term: string, fields: readonly AskableField[]): string {
  const [, minus, name = "", rest = ""] = TERM.exec(term) ?? [];
  const field = fields.find((each) => each.name === name.toLowerCase() || each.aliases.includes(name.toLowerCase()));
  if (!field || field.kind === "by") return term;
  const values = listInWords(
    splitValues(rest).map((value) => valueInWords(value, field)),
    "or",
  );
  if (field.kind === "fact") return `${field.label} ${minus ? "not " : ""}${values}`;
  return `${field.label}${minus ? " not" : ""}: ${values}`;
}

function valueInWords(raw: string, { kind }: AskableField): string {
  const [, operator, value = ""] = VALUE.exec(raw) ?? [];
  const words = unquoted(value);
  if (kind === "time") return timeInWords(operator, words);
  const range = /^(.+)\.\.(.+)$/.exec(value);
  if (range) return `${range[1]} to ${range[2]}`;
  return operator ? `${SIGNS[operator] ?? operator} ${words}` : words;
}

const SIGNS: Readonly<Record<string, string>> = { ">=": "≥", "<=": "≤", "=": "exactly" };
const UNITS: Readonly<Record<string, string>> = { d: "day", w: "week", m: "month", y: "year" };

function timeInWords(operator: string | undefined, value: string): string {
  const [, count, unit = ""] = /^(\d+)([dwmy])$/i.exec(value) ?? [];
  const word = UNITS[unit.toLowerCase()];
  if (count && word) {
    const age = `${count} ${word}${count === "1" ? "" : "s"}`;
    if (operator === "<" || operator === "<=") return `in the last ${age}`;
    return `over ${age} ago`;
  }
  const range = /^(.+)\.\.(.+)$/.exec(value);
  if (range) return `${range[1]} to ${range[2]}`;
  return operator ? `${SINCE[operator] ?? operator} ${value}` : value;
}

const SINCE: Readonly<Record<string, string>> = { ">=": "from", "<=": "until", ">": "after", "<": "before" };

const unquoted = (value: string): string =>
  /^["“”].*["“”]$/s.test(value) ? value.slice(1, -1).replace(/\\(["“”\\])/g, "$1") : value;
