import type { mongo } from "mongoose";

export type ListName = "creators" | "samples" | "videos";

/** A condition for `find`, of whichever collection the list is read from. */
export type Filter = mongo.Document;

/** How a value is shown: `money` is stored in cents, `rate` as 0.05 for 5%. */
export type Format = "text" | "list" | "money" | "count" | "rate" | "date" | "yes-no";

/** `first` is the direction that plain `sort:name` means: -1 is the largest or newest first. */
export interface SortKey {
  path: string;
  first: 1 | -1;
}

interface Described {
  /** What people type before the colon; of a field that is only shown, a name for programs. */
  name: string;
  aliases?: readonly string[];
  /** Column heading. */
  label: string;
  help: string;
  examples: readonly string[];
  format: Format;
  /** Name in JSON, CSV and sheets, with dots into objects. Absent: no column of its own. */
  column?: string;
  sort?: SortKey;
}

/**
 * How a text is compared. `prefix` and `contains` look in folded copies; `handle` is a prefix that also takes `@name`
 * and profile links; `phone` compares digits; `exact` is for ids.
 */
export type TextMatch = "handle" | "prefix" | "contains" | "phone" | "exact";

export interface TextField extends Described {
  kind: "text";
  path: string;
  match: TextMatch;
  /** The suffixes of its words are in `search.suffixes`. */
  suffixes?: true;
  /** Hidden from those who see contacts masked. */
  contact?: true;
}

export interface SetField extends Described {
  kind: "set";
  path: string;
  /** All there are, when that is fixed. */
  values?: readonly string[];
  /** Other spellings of those. */
  synonyms?: Readonly<Record<string, string>>;
  /** The values have an order and are stored by rank, the first as 0. */
  ordered?: true;
  spelling: "lower" | "upper" | "as-is";
  /** What a value has to look like, when it is not one of `values`. */
  shape?: { pattern: RegExp; reason: string };
  /** The value is a name that the caller turns into ids, or into a query. */
  names?: "brand" | "product" | "segment";
  /** A folded copy in which a product's words are looked for as well, for rows that are linked to no product. */
  words?: string;
}

export interface NumberField extends Described {
  kind: "number";
  path: string;
}

export interface TimeField extends Described {
  kind: "time";
  path: string;
}

export interface Fact {
  name: string;
  help: string;
  /** `daysAgo` counts back from now in the zone of the question. */
  filter(daysAgo: (days: number) => Date): Filter;
}

export interface FactField extends Described {
  kind: "fact";
  facts: readonly Fact[];
}

/** `by` asks about creators in parentheses, `sort` gives the order, `shown` is a column that is never asked for. */
interface OtherField extends Described {
  kind: "by" | "sort" | "shown";
}

export type Field = TextField | SetField | NumberField | TimeField | FactField | OtherField;

/** What a list is made of. */
export interface ListFields {
  fields: readonly Field[];
  /** Where bare words are looked for; `search.suffixes` covers all of them or none. */
  words: readonly { path: string; suffixes?: true; contact?: true }[];
  /** The field that orders the list when nothing is said. */
  order: string;
}
