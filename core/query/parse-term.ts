import type { Span, Term } from "./ast.js";
import type { Field, ListName, NumberField } from "./field.js";
import { askableFields, findField, LISTS } from "./fields.js";
import { Mistake } from "./query-error.js";
import { readCondition } from "./read-condition.js";
import { readFact, readName, readOrderedCondition } from "./read-name.js";
import { readNumber } from "./read-number.js";
import { readText } from "./read-text.js";
import { readTimeCondition } from "./read-when.js";
import type { RawValue, Scanner } from "./scanner.js";
import { suggest } from "./suggest.js";

/** The most alternatives of one term. */
const MAX_VALUES = 1_000;

/** Fields whose values are read here; the others have a syntax of their own. */
export type ValuedField = Exclude<Field, { kind: "by" | "sort" | "shown" }>;

export function isValued(field: Field): field is ValuedField {
  return field.kind !== "by" && field.kind !== "sort" && field.kind !== "shown";
}

/** The field that a name before a colon means. */
export function namedField(list: ListName, name: string, span: Span): Field {
  const field = findField(list, name);
  if (field) return field;
  const other = LISTS.find((each) => findField(each, name));
  if (other) throw new Mistake(span, `${name}: is asked of ${other}, not of ${list}`);
  const names = askableFields(list).flatMap((each) => [each.name, ...(each.aliases ?? [])]);
  const near = suggest(name, names);
  throw new Mistake(span, `There is no field ${name}:`, near && `${near}:`);
}

/** Bare words: alternatives with commas between them. */
export function parseWords(scanner: Scanner): Term {
  const start = scanner.at;
  const values = rawValues(scanner, "There should be a word here", false).map((raw) => readText(raw));
  return { kind: "words", values, ...scanner.since(start) };
}

/** @param start where the name of the field began; the scanner stands after the colon */
export function parseValues(scanner: Scanner, field: ValuedField, start: number): Term {
  const missing = `${field.name}: needs a value right after it, such as ${field.examples[0]}`;
  const check = field.kind === "number" ? refuseThousands : undefined;
  const raws = rawValues(scanner, missing, true, check);
  const common = { field: field.name, ...scanner.since(start) };
  switch (field.kind) {
    case "text":
      return { kind: "text", values: raws.map((raw) => readText(raw, field)), ...common };
    case "set":
      return field.ordered
        ? { kind: "ordered", values: raws.map((raw) => readOrderedCondition(raw, field)), ...common }
        : { kind: "set", values: raws.map((raw) => readName(raw, field)), ...common };
    case "number":
      return { kind: "number", values: raws.map((raw) => readNumberCondition(raw, field)), ...common };
    case "time":
      return { kind: "time", values: raws.map(readTimeCondition), ...common };
    case "fact":
      return { kind: "fact", values: raws.map((raw) => readFact(raw, field)), ...common };
  }
}

type Check = (before: RawValue, spaced: boolean, after: RawValue) => void;

function rawValues(scanner: Scanner, missing: string, operators: boolean, check?: Check): RawValue[] {
  const values = [scanner.value(missing, operators)];
  for (let last = values[0]; last && scanner.takes(","); last = values.at(-1)) {
    const comma = scanner.at;
    scanner.skipSpace();
    const next = scanner.value("A comma stands between two values", operators);
    check?.(last, next.start > comma, next);
    values.push(next);
    if (values.length > MAX_VALUES) throw new Mistake(next, `A term has at most ${MAX_VALUES} alternatives`);
  }
  return values;
}

/** `5,000` could be one number or two: nobody should get the wrong creators by a guess. */
function refuseThousands(before: RawValue, spaced: boolean, after: RawValue): void {
  if (spaced || !/(?<!\d)\d{1,3}$/.test(before.text) || !/^\d{3}(?!\d)/.test(after.text)) return;
  const joined = `${before.operator ?? ""}${before.text}${after.text}`;
  const span = { start: before.start, end: after.end };
  throw new Mistake(span, "Thousands take no comma; alternatives take a space after it", joined);
}

function readNumberCondition(raw: RawValue, { format }: NumberField) {
  const condition = readCondition(raw, (text, span) => readNumber(text, span, format));
  if (condition.is === "range" && condition.from > condition.to)
    throw new Mistake(raw, "A range goes from the lower to the higher");
  return condition;
}
