import { z } from "zod";
import { allBrands } from "../../core/brands/index.js";
import type { TabQuestion } from "../../core/contract/index.js";
import { type Asking, askBrand, questionFor } from "./caller.js";
import { columnsNamed } from "./columns.js";
import type { OpenQuestion } from "./rows-now.js";
import { BRAND, COLUMN, LIST, QUERY, text } from "./schemas.js";

/** Columns of one tab: a few times what the registry has. */
const MOST_COLUMNS = 60;

/** What every request about a tab says. */
export const TAB = {
  list: LIST,
  query: QUERY,
  brand: BRAND,
  columns: z.array(COLUMN).min(1).max(MOST_COLUMNS),
};

export const CELL = z.union([text(50_000), z.number(), z.boolean(), z.null()]);
export const SHEET_COLUMN = z.object({
  column: z.string(),
  header: z.string(),
  format: z.string(),
  editable: z.boolean(),
});
export const SHEET_ROW = z.object({ id: z.string(), hash: z.string(), cells: z.array(CELL) });

/** A tab's question as core is asked it, and the form of its rows. */
export async function readTab(
  asked: Asking,
  { list, query, brand: slug, columns }: TabQuestion,
): Promise<OpenQuestion> {
  const brand = await askBrand(asked, slug);
  const { zone, currency } = brand;
  const brands = await allBrands(asked.db);
  const brandIds = new Map([...brands.values()].map(({ slug, _id }) => [slug, _id]));
  const chosen = columnsNamed(list, columns, currency);
  return { question: await questionFor(asked, brand, { list, query }), form: { columns: chosen, zone, brandIds } };
}
