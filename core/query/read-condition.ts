import type { Condition, Span } from "./ast.js";
import { Mistake } from "./query-error.js";
import type { RawValue } from "./scanner.js";

/** Reads `5`, `>5`, `5..10`, `5..` and `..10`; a range with an open end is a comparison. */
export function readCondition<V>(raw: RawValue, read: (text: string, span: Span) => V): Condition<V> {
  const { start, end, operator, text, quoted } = raw;
  const from = quoted ? start : end - text.length;
  const dots = quoted ? -1 : text.indexOf("..");
  if (dots < 0) {
    const value = read(text, { start: from, end });
    return operator === undefined || operator === "="
      ? { is: "equal", value, start, end }
      : { is: operator, value, start, end };
  }
  if (operator !== undefined) throw new Mistake(raw, `A range takes no ${operator}`, text);

  const [low, high] = [text.slice(0, dots), text.slice(dots + 2)];
  const lowSpan = { start: from, end: from + dots };
  const highSpan = { start: from + dots + 2, end };
  if (low === "" && high === "") throw new Mistake(raw, "A range has an end at least on one side");
  if (high === "") return { is: ">=", value: read(low, lowSpan), start, end };
  if (low === "") return { is: "<=", value: read(high, highSpan), start, end };
  return { is: "range", from: read(low, lowSpan), to: read(high, highSpan), start, end };
}
