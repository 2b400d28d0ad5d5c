import { DateTime } from "luxon";
import type { AgeUnit, Condition, Span, TimeCondition, When } from "./ast.js";
import { Mistake } from "./query-error.js";
import { readCondition } from "./read-condition.js";
import type { RawValue } from "./scanner.js";

const AGE = /^(\d{1,4})([dwmy])$/i;
const DAY = /^(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?$/;

export function readTimeCondition(raw: RawValue): TimeCondition {
  const { start, end, operator, text } = raw;
  if (text.toLowerCase() === "never" && operator === undefined) return { is: "never", start, end };
  const condition = readCondition(raw, readWhen);
  if (condition.is === "equal" && "age" in condition.value) {
    throw new Mistake(raw, "An age needs < (less long ago) or > (longer ago)", `<${text}`);
  }
  if (condition.is === "range") checkRange(condition);
  return condition;
}

function readWhen(text: string, span: Span): When {
  const [, age, unit] = AGE.exec(text) ?? [];
  if (age !== undefined && unit !== undefined) return { age: Number(age), unit: unit.toLowerCase() as AgeUnit };
  if (!DAY.test(text)) {
    const suggestion = /^\d{1,3}$/.test(text) ? `${text}d` : undefined;
    throw new Mistake(span, `"${text}" is no time; times look like 2026-01-31, 2026-01, 30d, 2w, 6m, 1y`, suggestion);
  }
  if (!DateTime.fromISO(text, { zone: "utc" }).isValid) throw new Mistake(span, `There is no day ${text}`);
  return { date: text };
}

/** Two ages may come either way round; dates go forward. */
function checkRange(range: Extract<Condition<When>, { is: "range" }>): void {
  const { from, to } = range;
  if ("age" in from !== "age" in to) throw new Mistake(range, "A range is of two dates or of two ages");
  if ("age" in from || "age" in to) return;
  const shared = Math.min(from.date.length, to.date.length);
  if (from.date.slice(0, shared) > to.date.slice(0, shared)) {
    throw new Mistake(range, "A range goes from the earlier to the later", `${to.date}..${from.date}`);
  }
}
