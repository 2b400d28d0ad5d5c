import fc from "fast-check";
import type { Condition, Term } from "../../../core/query/ast.js";
import { join } from "../../../core/query/ast.js";
import {
  askableFields,
  type Expression,
  type Field,
  type ListName,
  type Query,
  sortableFields,
} from "../../../core/query/index.js";

const span = { start: 0, end: 0 };

/** Letters that make trouble for a printer, among plain ones. */
const text = fc
  .string({ unit: fc.constantFrom(...'abcxyzORNT0159 ,:.()-*"\\“”>=<é石\t\n@/$|'), minLength: 1, maxLength: 12 })
  .map((letters) => `a${letters}`);
const anyText = fc.oneof(text, fc.constantFrom("OR", "AND", "NOT", "-a", "=a", ">a", "a..b", "handle:a", "never", "0"));

const plainText = anyText.map((value) => ({ text: value, wild: false, exact: false, ...span }));
const exactText = anyText.map((value) => ({ text: value, wild: false, exact: true, ...span }));
const wildText = fc
  .array(fc.constantFrom("a", "1", "."), { minLength: 1, maxLength: 4 })
  .map((parts) => ({ text: `${parts.join("*")}*`, wild: true, exact: false, ...span }))
  .filter((value) => /[a1]/.test(value.text));

const some = <V>(value: fc.Arbitrary<V>) => fc.array(value, { minLength: 1, maxLength: 3 });

/** @param inOrder the lower, or earlier, first */
function test<V>(value: fc.Arbitrary<V>, inOrder: (a: V, b: V) => boolean): fc.Arbitrary<Condition<V>> {
  return fc.oneof(
    value.map((v) => ({ is: "equal" as const, value: v, ...span })),
    fc
      .tuple(fc.constantFrom(">", ">=", "<", "<="), value)
      .map(([is, v]) => ({ is, value: v, ...span }) as Condition<V>),
    fc.tuple(value, value).map(([a, b]) => {
      const [from, to] = inOrder(a, b) ? [a, b] : [b, a];
      return { is: "range" as const, from, to, ...span };
    }),
  );
}

const age = fc.record({ age: fc.nat(9999), unit: fc.constantFrom("d", "w", "m", "y") });
const date = fc.oneof(
  fc
    .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .chain((day) => fc.constantFrom(4, 7, 10).map((length) => ({ date: day.toISOString().slice(0, length) }))),
);
const inTime = (a: { date: string }, b: { date: string }) => {
  const shared = Math.min(a.date.length, b.date.length);
  return a.date.slice(0, shared) <= b.date.slice(0, shared);
};
const when = fc.oneof(
  fc.constant({ is: "never", ...span }),
  test(date, inTime),
  test(age, () => true).filter(({ is }) => is !== "equal"),
);

const SPELLED = {
  upper: fc.constantFrom("CA", "OR", "TX"),
  lower: anyText.map((value) => value.trim().toLowerCase()),
  "as-is": anyText.map((value) => value.trim()),
};

function term(field: Field): fc.Arbitrary<Term> {
  const named = <T>(values: fc.Arbitrary<T[]>, kind: string) =>
    values.map((list) => ({ kind, field: field.name, values: list, ...span }) as unknown as Term);
  const name = (value: fc.Arbitrary<string>) => value.map((each) => ({ text: each, ...span }));
  switch (field.kind) {
    case "text": {
      const digits = fc
        .constantFrom("1", "+1832", "59")
        .map((value) => ({ text: value, wild: false, exact: false, ...span }));
      return named(some(field.match === "phone" ? digits : fc.oneof(plainText, exactText, wildText)), "text");
    }
    case "set": {
      const values = field.values ? fc.constantFrom(...field.values) : SPELLED[field.spelling];
      const rank = (value: string) => field.values?.indexOf(value) ?? 0;
      if (field.ordered) return named(some(test(values, (a, b) => rank(a) <= rank(b))), "ordered");
      return named(some(name(values)), "set");
    }
    case "number": {
      const rate = fc.integer({ min: -1e9, max: 1e12 }).map((n) => n / 1e9 + 0);
      const whole = fc.oneof(
        fc.maxSafeInteger(),
        fc.integer({ min: 0, max: 20 }).map((n) => n * 1000 * 100),
      );
      return named(some(test(field.format === "rate" ? rate : whole, (a, b) => a <= b)), "number");
    }
    case "time":
      return named(some(when), "time");
    case "fact":
      return named(some(name(fc.constantFrom(...field.facts.map((fact) => fact.name)))), "fact");
    case "by":
      return expression("creators", 2).map((where) => ({ kind: "by", field: field.name, where, ...span }));
    default:
      return words;
  }
}

const words: fc.Arbitrary<Term> = some(fc.oneof(plainText, wildText)).map((values) => ({
  kind: "words",
  values,
  ...span,
}));

function expression(list: ListName, depth: number): fc.Arbitrary<Expression> {
  const leaf = fc.oneof(words, ...askableFields(list).map(term));
  if (depth === 0) return leaf;
  const inner = expression(list, depth - 1);
  const joined = fc
    .tuple(fc.constantFrom("and" as const, "or" as const), inner, fc.array(inner, { maxLength: 2 }))
    .map(([kind, first, rest]) => join(kind, [first, ...rest]));
  return fc.oneof(
    leaf,
    joined,
    inner.map((of): Expression => ({ kind: "not", of, ...span })),
  );
}

/** Every query that the language can say of a list. */
export function arbitraryQuery(list: ListName): fc.Arbitrary<Query> {
  const sort = fc.tuple(fc.constantFrom(...sortableFields(list)), fc.constantFrom(1 as const, -1 as const));
  return fc
    .tuple(fc.option(expression(list, 3), { nil: undefined }), fc.option(sort, { nil: undefined }))
    .map(([where, order]) => ({
      list,
      text: "",
      ...(where && { where }),
      ...(order && { sort: { field: order[0].name, direction: order[1], ...span } }),
    }));
}

/** Texts in which the language's own signs are frequent. */
export const almostQuery: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        " ",
        " ",
        "(",
        ")",
        "-",
        ",",
        ":",
        '"',
        "“",
        "\\",
        "*",
        "..",
        ">",
        "<=",
        "=",
        "OR ",
        "AND ",
        "NOT ",
      ),
      fc.constantFrom("handle:", "gmv:", "sampled:", "badge:", "has:", "by:(", "sort:", "state:", "segment:", "bagde:"),
      fc.constantFrom("mia", "5k", "30d", "gold", "email", "2026-01", "never", "CA", "$where", "\u0000", "\ud800"),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(""));
