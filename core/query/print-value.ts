import type { Condition, TextValue, TimeCondition, When } from "./ast.js";
import type { Format } from "./field.js";

/** Texts that mean themselves without quotes; a bare word has more to be mistaken for. */
const PLAIN_VALUE = /^[\p{L}\p{N}_@#&+'/][\p{L}\p{N}_@.#&+'/:-]*$/u;
const PLAIN_WORD = /^(?!(?:AND|OR|NOT)$)[\p{L}\p{N}_@#&+'/][\p{L}\p{N}_@.#&+'/-]*$/u;

export function printText({ text, wild, exact }: TextValue, bare: boolean): string {
  if (wild) return text;
  return `${exact ? "=" : ""}${quoteUnless(bare ? PLAIN_WORD : PLAIN_VALUE, text)}`;
}

export const printName = (text: string): string => quoteUnless(PLAIN_VALUE, text);

export function printCondition<V>(condition: Condition<V>, print: (value: V) => string): string {
  if (condition.is === "range") return `${print(condition.from)}..${print(condition.to)}`;
  return `${condition.is === "equal" ? "" : condition.is}${print(condition.value)}`;
}

export function printTime(condition: TimeCondition): string {
  return condition.is === "never" ? "never" : printCondition(condition, printWhen);
}

/** From the unit of storage back to what people type, with k, m or b where nothing is lost. */
export function printNumber(value: number, format: Format): string {
  if (format === "rate") return `${decimal(value)}`;
  if (format === "money" && value % 100 !== 0) return cents(value);
  const whole = format === "money" ? value / 100 : value;
  for (const [letter, size] of [
    ["b", 1e9],
    ["m", 1e6],
    ["k", 1e3],
  ] as const) {
    if (whole !== 0 && whole % size === 0) return `${whole / size}${letter}`;
  }
  return `${whole}`;
}

const printWhen = (when: When): string => ("age" in when ? `${when.age}${when.unit}` : when.date);

/** By whole numbers, since dividing would round the largest. */
function cents(value: number): string {
  const size = Math.abs(value);
  return `${value < 0 ? "-" : ""}${Math.trunc(size / 100)}.${`${size % 100}`.padStart(2, "0")}`;
}

/** Never in the form 1e-7, which the language does not know. */
const decimal = (value: number): string => value.toFixed(9).replace(/\.?0+$/, "");

function quoteUnless(plain: RegExp, text: string): string {
  return plain.test(text) ? text : `"${text.replace(/["“”\\]/g, "\\$&")}"`;
}
