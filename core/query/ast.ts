import type { ListName } from "./field.js";

/** Offsets in the query's text, in UTF-16 units: `start` is inside, `end` is not. */
export interface Span {
  start: number;
  end: number;
}

export type Comparison = ">" | ">=" | "<" | "<=";

/** What a number, a time or an ordered set has to fit. A range holds both its ends. */
export type Condition<V> = Span &
  ({ is: "equal"; value: V } | { is: Comparison; value: V } | { is: "range"; from: V; to: V });

/** `wild`: each `*` in the text stands for any letters. `exact`: the whole value, written `=text`. */
export interface TextValue extends Span {
  text: string;
  wild: boolean;
  exact: boolean;
}

export interface NameValue extends Span {
  text: string;
}

export type AgeUnit = "d" | "w" | "m" | "y";

/** A length of time before now, or a day (`2026-01-31`), month (`2026-01`) or year (`2026`). */
export type When = { age: number; unit: AgeUnit } | { date: string };

export type TimeCondition = Condition<When> | (Span & { is: "never" });

/** The values of a term are alternatives: one of them has to fit. */
export type Term = Span &
  (
    | { kind: "words"; values: TextValue[] }
    | { kind: "text"; field: string; values: TextValue[] }
    | { kind: "set"; field: string; values: NameValue[] }
    | { kind: "ordered"; field: string; values: Condition<string>[] }
    /** In the unit of storage: cents, counts, rates (5% is 0.05). */
    | { kind: "number"; field: string; values: Condition<number>[] }
    | { kind: "time"; field: string; values: TimeCondition[] }
    | { kind: "fact"; field: string; values: NameValue[] }
    /** A question about the creators of samples or videos. */
    | { kind: "by"; field: string; where: Expression }
  );

/** No `and` stands directly in an `and`, no `or` in an `or`, and each holds two expressions or more. */
export type Expression =
  | Term
  | (Span & { kind: "and" | "or"; of: Expression[] })
  | (Span & { kind: "not"; of: Expression });

export interface Sort extends Span {
  field: string;
  direction: 1 | -1;
}

export interface Query {
  list: ListName;
  /** What the person typed: the offsets of all spans count in it. */
  text: string;
  /** Absent: everything. */
  where?: Expression;
  sort?: Sort;
}

/** Joins expressions by `and` or `or` in the one form that the type promises. */
export function join(kind: "and" | "or", parts: [Expression, ...Expression[]]): Expression {
  const of = parts.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const [first, last] = [of[0] ?? parts[0], of.at(-1) ?? parts[0]];
  return of.length === 1 ? first : { kind, of, start: first.start, end: last.end };
}
