import type { Field, Format, NumberField, SortKey, TimeField } from "./field.js";

const NUMBER_EXAMPLES: Record<"money" | "count" | "rate", readonly string[]> = {
  money: [">5k", "100..500", "<=1.5m"],
  count: ["0", ">=3", "10k..100k"],
  rate: [">5%", "1%..3%"],
};

const TIME_EXAMPLES = ["<30d", ">2w", "2026-01", "2026-01-01..2026-03-31", "never"];

const largestFirst = (path: string): SortKey => ({ path, first: -1 });

const asked = (name: string, values: readonly string[]) => values.map((value) => `${name}:${value}`);

type Extras = Partial<Pick<Field, "aliases" | "column">>;

/** A field of figures; in JSON it is named as it is stored. */
export function figure(
  name: string,
  path: string,
  format: "money" | "count" | "rate",
  label: string,
  help: string,
  extras: Extras = {},
): NumberField {
  const examples = asked(name, NUMBER_EXAMPLES[format]);
  return {
    kind: "number",
    name,
    path,
    label,
    help,
    examples,
    format,
    column: path,
    sort: largestFirst(path),
    ...extras,
  };
}

/** A field of times; in JSON it is named as it is stored. */
export function moment(name: string, path: string, label: string, help: string, extras: Extras = {}): TimeField {
  const examples = asked(name, TIME_EXAMPLES);
  const sort = largestFirst(path);
  return { kind: "time", name, path, label, help, examples, format: "date", column: path, sort, ...extras };
}

/** A column that nobody asks for. */
export function shown(column: string, label: string, help: string, format: Format = "text"): Field {
  return { kind: "shown", name: column, label, help, examples: [], format, column };
}

/** @param example a field to sort by */
export const sortBy = (example: string): Field => ({
  kind: "sort",
  name: "sort",
  label: "Order",
  help: "Orders by a number, a time or the handle, largest first; -asc turns it round. Handles go from a to z.",
  examples: [`sort:${example}`, `sort:${example}-asc`, "sort:handle"],
  format: "text",
});

export const BY: Field = {
  kind: "by",
  name: "by",
  label: "By creators",
  help: "Only those of the creators that a query in parentheses finds.",
  examples: ["by:(tag:vip followers:>10k)"],
  format: "text",
};
