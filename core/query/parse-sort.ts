import type { Sort } from "./ast.js";
import type { ListName } from "./field.js";
import { FIELDS, findField, sortableFields } from "./fields.js";
import { Mistake } from "./query-error.js";
import type { Scanner } from "./scanner.js";
import { suggest } from "./suggest.js";

const DIRECTED = /^(.*?)(?:-(asc|desc))?$/i;

/** @param start where `sort:` began; the scanner stands after it */
export function parseSort(scanner: Scanner, list: ListName, start: number): Sort {
  const { text, ...span } = scanner.value(`sort: needs a field, such as sort:${FIELDS[list].order}`, false);
  const [, name = "", direction] = DIRECTED.exec(text) ?? [];
  const field = findField(list, name);
  if (!field?.sort) {
    const names = sortableFields(list).map((each) => each.name);
    const reason = `The list cannot be sorted by "${name}"; it can by ${names.join(", ")}`;
    throw new Mistake(span, reason, nearestSort(text, names));
  }
  const turned = { asc: 1, desc: -1 } as const;
  const key = direction?.toLowerCase() as keyof typeof turned | undefined;
  return { field: field.name, direction: key ? turned[key] : field.sort.first, ...scanner.since(start) };
}

/** Of the field, and of the direction behind the `-`, the nearest there are. */
function nearestSort(text: string, names: readonly string[]): string | undefined {
  const dash = text.lastIndexOf("-");
  const [name, direction] = dash < 0 ? [text, undefined] : [text.slice(0, dash), text.slice(dash + 1)];
  const field = suggest(name, names);
  if (field === undefined || direction === undefined) return field;
  const turned = suggest(direction, ["asc", "desc"]);
  return turned === undefined ? field : `${field}-${turned}`;
}
