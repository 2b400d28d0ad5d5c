import { CrmError } from "../errors/index.js";
import type { ListName } from "./field.js";
import { type ColumnField, columnFields } from "./fields.js";
import { suggest } from "./suggest.js";

/**
 * Columns of a list in the order in which they are named: as programs name them (`gmvCents`), as people ask for them
 * (`gmv`), or as they are headed (`GMV`), in any case. Each once.
 *
 * @throws CrmError `wrong-input` for a column that the list has not, with the nearest
 */
export function chooseColumns(list: ListName, names: readonly string[]): ColumnField[] {
  const all = columnFields(list);
  const chosen = names.map((name) => {
    const wanted = name.trim().toLowerCase();
    const found = all.find((field) => namesOf(field).some((each) => each.toLowerCase() === wanted));
    if (found !== undefined) return found;
    throw noColumn(list, name.trim(), suggest(wanted, all.flatMap(namesOf)));
  });
  return [...new Map(chosen.map((field) => [field.column, field])).values()];
}

/** What is said of a column that a list has not. */
export function noColumn(list: ListName, name: string, near: string | undefined): CrmError {
  const all = columnFields(list).map(({ column }) => column);
  const say = `${list} have no column "${name}".${near ? ` Did you mean ${near}?` : ""} The columns are: ${all.join(", ")}.`;
  return new CrmError("wrong-input", `no column ${name}`, { say });
}

const namesOf = ({ column, name, label }: ColumnField): string[] => [column, name, label];
