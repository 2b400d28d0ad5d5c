import { CREATOR_FIELDS } from "./creator-fields.js";
import type { Field, ListFields, ListName } from "./field.js";
import { SAMPLE_FIELDS } from "./sample-fields.js";
import { VIDEO_FIELDS } from "./video-fields.js";

/** The registry: what can be asked of each list, and what is shown of it. */
export const FIELDS: Readonly<Record<ListName, ListFields>> = {
  creators: CREATOR_FIELDS,
  samples: SAMPLE_FIELDS,
  videos: VIDEO_FIELDS,
};

export const LISTS: readonly ListName[] = ["creators", "samples", "videos"];

/** Fields that can stand before a colon. */
export function askableFields(list: ListName): Field[] {
  return FIELDS[list].fields.filter((field) => field.kind !== "shown");
}

export type ColumnField = Field & { column: string };

const columnsIn = (list: ListName): readonly ColumnField[] =>
  FIELDS[list].fields.flatMap((field) => (field.column === undefined ? [] : [{ ...field, column: field.column }]));

/** Asked for each row of an export. */
const COLUMNS: Readonly<Record<ListName, readonly ColumnField[]>> = {
  creators: columnsIn("creators"),
  samples: columnsIn("samples"),
  videos: columnsIn("videos"),
};

/** Fields that have a column, in the order of the registry. */
export const columnFields = (list: ListName): readonly ColumnField[] => COLUMNS[list];

export function sortableFields(list: ListName): Field[] {
  return FIELDS[list].fields.filter((field) => field.sort !== undefined);
}

/** By name or alias, in any case. */
export function findField(list: ListName, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return askableFields(list).find((field) => field.name === wanted || field.aliases?.includes(wanted));
}
