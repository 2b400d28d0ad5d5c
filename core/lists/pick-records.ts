import type { Connection } from "mongoose";
import type { ListName } from "../query/index.js";
import { both } from "./conditions.js";
import { ALL_BRANDS, type ListQuestion, PATIENCE } from "./list-request.js";
import { prepareList } from "./prepare-list.js";
import { LEFT_OUT } from "./read-page.js";
import { type RowOf, rowsOf } from "./rows.js";
import { withinPatience } from "./within-patience.js";

/** What tells the rows of a list apart, over all brands: a creator's id, else the id that the record is stored under. */
export type RowId = string;

/**
 * Those of some rows that a question finds, by id, in no order.
 *
 * @throws CrmError as `listRecords` does
 */
export async function pickRecords<L extends ListName>(
  db: Connection,
  question: ListQuestion & { list: L },
  ids: readonly RowId[],
): Promise<RowOf[L][]> {
  const { list, brandId } = question;
  const { source, filter, brands, contacts } = await prepareList(db, question);
  const isLink = list === "creators" && brandId !== ALL_BRANDS;
  const stored = isLink ? ids.map((id) => `${brandId}:${id}`) : [...ids];
  const records = await withinPatience(
    source.collection
      .find(both({ _id: { $in: stored } }, filter), { projection: LEFT_OUT, hint: "_id_", maxTimeMS: PATIENCE })
      .toArray(),
  );
  return rowsOf(list, records, { brands, contacts });
}
