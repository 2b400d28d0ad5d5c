import type { AskableField } from "../../../core/contract/index.js";
import { quoted, quotedValues } from "./split-values.js";

/** What is filled in beside a comparison. */
export type Input = "values" | "text" | "number" | "age" | "date" | "query";

export interface Comparison {
  key: string;
  label: string;
  inputs: readonly Input[];
  /** The term, of the field's name and what was filled in. */
  write(name: string, first: string, second: string): string;
}

const comparison = (key: string, label: string, inputs: readonly Input[], write: Comparison["write"]): Comparison => ({
  key,
  label,
  inputs,
  write,
});

const TEXT = [
  comparison("fits", "fits", ["values"], (name, value) => `${name}:${quotedValues(value)}`),
  comparison("exactly", "is exactly", ["text"], (name, value) => `${name}:=${quoted(value.trim())}`),
  comparison("fits-not", "does not fit", ["values"], (name, value) => `-${name}:${quotedValues(value)}`),
];

const SET = [
  comparison("is", "is", ["values"], (name, value) => `${name}:${quotedValues(value)}`),
  comparison("is-not", "is not", ["values"], (name, value) => `-${name}:${quotedValues(value)}`),
];

const ORDERED = [
  ...SET,
  comparison("at-least", "is at least", ["values"], (name, value) => `${name}:>=${quotedValues(value)}`),
  comparison("at-most", "is at most", ["values"], (name, value) => `${name}:<=${quotedValues(value)}`),
];

const NUMBER = [
  comparison("more", "is more than", ["number"], (name, value) => `${name}:>${plain(value)}`),
  comparison("at-least", "is at least", ["number"], (name, value) => `${name}:>=${plain(value)}`),
  comparison("less", "is less than", ["number"], (name, value) => `${name}:<${plain(value)}`),
  comparison("at-most", "is at most", ["number"], (name, value) => `${name}:<=${plain(value)}`),
  comparison("equal", "is exactly", ["number"], (name, value) => `${name}:${plain(value)}`),
  comparison("between", "is between", ["number", "number"], (name, from, to) => `${name}:${plain(from)}..${plain(to)}`),
];

const TIME = [
  comparison("last", "in the last", ["age"], (name, age) => `${name}:<${age}`),
  comparison("before-last", "longer ago than", ["age"], (name, age) => `${name}:>${age}`),
  comparison("since", "on or after", ["date"], (name, day) => `${name}:>=${day}`),
  comparison("until", "on or before", ["date"], (name, day) => `${name}:<=${day}`),
  comparison("between", "between", ["date", "date"], (name, from, to) => `${name}:${from}..${to}`),
  comparison("ever", "at any time", [], (name) => `-${name}:never`),
  comparison("never", "never", [], (name) => `${name}:never`),
];

const FACT = [
  comparison("true", "this:", ["values"], (name, value) => `${name}:${quotedValues(value)}`),
  comparison("false", "not this:", ["values"], (name, value) => `-${name}:${quotedValues(value)}`),
];

const BY = [
  comparison("of", "fit the query", ["query"], (name, query) => `${name}:(${query.trim()})`),
  comparison("not-of", "do not fit the query", ["query"], (name, query) => `-${name}:(${query.trim()})`),
];

/** Those that fit the kind of the field; none for a field that is no condition. */
export function comparisonsOf(field: AskableField): readonly Comparison[] {
  switch (field.kind) {
    case "text":
      return TEXT;
    case "set":
      return field.examples.some((example) => /:[<>]/.test(example)) ? ORDERED : SET;
    case "number":
      return NUMBER;
    case "time":
      return TIME;
    case "fact":
      return FACT;
    case "by":
      return BY;
    default:
      return [];
  }
}

/** Thousands take no comma in the language, and people type them. */
const plain = (number: string): string => number.replace(/[\s,]/g, "");
