import { listInWords } from "../text/list-in-words.js";
import type { Condition, NameValue, Span } from "./ast.js";
import type { FactField, SetField } from "./field.js";
import { Mistake } from "./query-error.js";
import { readCondition } from "./read-condition.js";
import type { RawValue } from "./scanner.js";
import { suggest } from "./suggest.js";

/** One value of a set, in the spelling that is stored. */
export function readName(raw: RawValue, field: SetField): NameValue {
  const { operator, start, end } = raw;
  if (operator !== undefined && operator !== "=") {
    throw new Mistake(raw, `The values of ${field.name}: have no order`, raw.text);
  }
  return { text: spell(raw.text, raw, field), start, end };
}

/** One value, comparison or range of an ordered set. */
export function readOrderedCondition(raw: RawValue, field: SetField): Condition<string> {
  const condition = readCondition(raw, (text, span) => spell(text, span, field));
  const rank = (value: string) => field.values?.indexOf(value) ?? -1;
  if (condition.is === "range" && rank(condition.from) > rank(condition.to)) {
    throw new Mistake(raw, "A range goes from the lower to the higher", `${condition.to}..${condition.from}`);
  }
  return condition;
}

export function readFact(raw: RawValue, field: FactField): NameValue {
  const { start, end } = raw;
  const names = field.facts.map((fact) => fact.name);
  const text = raw.text.toLowerCase();
  if (raw.operator === undefined && names.includes(text)) return { text, start, end };
  throw new Mistake(raw, `${field.name}: takes ${listInWords(names, "or")}`, suggest(text, names));
}

function spell(typed: string, span: Span, { name, spelling, values, synonyms, shape }: SetField): string {
  const text = typed.trim();
  if (text === "") throw new Mistake(span, `${name}: needs a value`);
  const spelled = spelling === "lower" ? text.toLowerCase() : spelling === "upper" ? text.toUpperCase() : text;
  const value = (synonyms && Object.hasOwn(synonyms, spelled) ? synonyms[spelled] : undefined) ?? spelled;
  if (values && !values.includes(value))
    throw new Mistake(span, `${name}: takes ${listInWords(values, "or")}`, suggest(value, values));
  if (shape && !shape.pattern.test(value)) throw new Mistake(span, shape.reason);
  return value;
}
