import { DateTime } from "luxon";
import type { Comparison, Condition, NameValue, TimeCondition, When } from "./ast.js";
import type { Moment } from "./compile-options.js";
import type { FactField, Filter } from "./field.js";
import { anyOf, oneOf } from "./filters.js";

const OPERATORS: Readonly<Record<Comparison, string>> = { ">": "$gt", ">=": "$gte", "<": "$lt", "<=": "$lte" };

/** An older time is a greater age. */
const AGE_OPERATORS: Readonly<Record<Comparison, string>> = { ">": "$lt", ">=": "$lte", "<": "$gt", "<=": "$gte" };

const UNITS = { d: "days", w: "weeks", m: "months", y: "years" } as const;

/** A document without the number fits none of these. */
export function compileNumbers(path: string, conditions: readonly Condition<number>[]): Filter {
  const equal = conditions.flatMap((condition) => (condition.is === "equal" ? [condition.value] : []));
  const others = conditions.flatMap((condition): Filter[] => {
    if (condition.is === "equal") return [];
    if (condition.is === "range") return [{ [path]: { $gte: condition.from, $lte: condition.to } }];
    return [{ [path]: { [OPERATORS[condition.is]]: condition.value } }];
  });
  return anyOf([...(equal.length > 0 ? [oneOf(path, equal)] : []), ...others]);
}

/** By the place of each value among all there are. */
export function compileOrdered(
  path: string,
  conditions: readonly Condition<string>[],
  values: readonly string[],
): Filter {
  const rank = (value: string) => values.indexOf(value);
  const ranked = conditions.map(
    (condition): Condition<number> =>
      condition.is === "range"
        ? { ...condition, from: rank(condition.from), to: rank(condition.to) }
        : { ...condition, value: rank(condition.value) },
  );
  return compileNumbers(path, ranked);
}

export function compileTimes(path: string, conditions: readonly TimeCondition[], moment: Moment): Filter {
  return anyOf(conditions.map((condition) => ({ [path]: boundsOf(condition, moment) })));
}

export function compileFacts(field: FactField, values: readonly NameValue[], moment: Moment): Filter {
  const daysAgo = (days: number) => ago({ age: days, unit: "d" }, moment);
  const facts = field.facts.filter(({ name }) => values.some(({ text }) => text === name));
  return anyOf(facts.map((fact) => fact.filter(daysAgo)));
}

function boundsOf(condition: TimeCondition, moment: Moment): Record<string, Date | null> {
  if (condition.is === "never") return { $eq: null };
  if (condition.is === "range") {
    const [from, to] = [periodOf(condition.from, moment), periodOf(condition.to, moment)];
    if ("age" in condition.from) {
      const [first, last] = from.start < to.start ? [from, to] : [to, from];
      return { $gte: first.start, $lte: last.start };
    }
    return { $gte: from.start, $lt: to.end };
  }
  const { start, end } = periodOf(condition.value, moment);
  if (condition.is === "equal") return { $gte: start, $lt: end };
  if ("age" in condition.value) return { [AGE_OPERATORS[condition.is]]: start };
  if (condition.is === ">" || condition.is === "<=") return { [condition.is === ">" ? "$gte" : "$lt"]: end };
  return { [OPERATORS[condition.is]]: start };
}

/** A day, month or year lasts from its `start` to just before its `end`; an age is one instant. */
function periodOf(when: When, moment: Moment): { start: Date; end: Date } {
  if ("age" in when) {
    const start = ago(when, moment);
    return { start, end: start };
  }
  const start = DateTime.fromISO(when.date, { zone: moment.zone });
  const length = when.date.length === 4 ? { years: 1 } : when.date.length === 7 ? { months: 1 } : { days: 1 };
  return { start: start.toJSDate(), end: start.plus(length).toJSDate() };
}

function ago({ age, unit }: Extract<When, { age: number }>, { now, zone }: Moment): Date {
  return DateTime.fromJSDate(now, { zone })
    .minus({ [UNITS[unit]]: age })
    .toJSDate();
}
