import type { CreatorRow } from "../../../core/lists/index.js";
import type { Pasted } from "../../../core/lookup/index.js";
import { counted } from "../../in-words.js";
import { inOneLine, type Paint } from "../paint.js";
import { type Column, printTable } from "../print-table.js";
import type { AskedBrand } from "./asked-brand.js";
import { rowColumns } from "./row-columns.js";

type Named = CreatorRow & { until?: string };

/** What became of a pasted list: who was found, who goes by another handle now, and which names nobody has. */
export function pastedTable({ found, former, notFound }: Pasted, brand: AskedBrand, paint: Paint): string {
  const rows: Named[] = [...found, ...former.map(({ handle, creator }) => ({ ...creator, until: `@${handle}` }))];
  const [name, ...others] = rowColumns(brand).creators;
  const columns = [name, { title: "Pasted as", cell: ({ until }: Named) => until }, ...others] as Column<Named>[];
  const counts = [
    `${found.length} found`,
    `${former.length} under a former handle`,
    `${notFound.length} not found`,
  ].join(", ");
  return [
    ...(rows.length === 0 ? [] : [`${printTable(columns, rows, paint)}\n`]),
    `${counted(found.length + former.length + notFound.length, "name")}: ${counts}.`,
    ...notFound.map((words) => `  ${inOneLine(words)}`),
  ].join("\n");
}
