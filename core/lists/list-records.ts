import type { Connection } from "mongoose";
import { CrmError } from "../errors/index.js";
import type { ListName } from "../query/index.js";
import { chooseAccess } from "./choose-access.js";
import { COUNT_TO, countRecords } from "./count-records.js";
import { questionOf, readCursor, writeCursor } from "./cursor.js";
import { type ListRequest, MOST_ROWS } from "./list-request.js";
import { prepareList } from "./prepare-list.js";
import { placeOf, readPage } from "./read-page.js";
import { type RowOf, rowsOf } from "./rows.js";
import { withIndexes } from "./with-indexes.js";
import { withinPatience } from "./within-patience.js";

export interface ListPage<Row> {
  /** How many fit: exactly up to 10,000, or exactly where that was asked for; counted with the first page. */
  total: number;
  /** There are more than `total`. */
  more?: true;
  rows: Row[];
  /** The `cursor` of the next page; absent at the end. */
  next?: string;
}

/**
 * One page of the creators, samples or videos that a query finds.
 *
 * Pages follow each other by the values of their last record: while others write, no record that stays as it is comes
 * twice or is left out.
 *
 * @throws CrmError `wrong-input` for a mistake in the query or a cursor of another list, `forbidden` for a brand or a
 * contact that may not be asked for, `refused` for what takes too long
 */
export async function listRecords<L extends ListName>(
  db: Connection,
  request: ListRequest & { list: L },
): Promise<ListPage<RowOf[L]>> {
  const { list, limit, brandId } = request;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_ROWS) {
    throw new CrmError("wrong-input", `a page of ${limit} rows`, { say: `A page has 1 to ${MOST_ROWS} rows.` });
  }
  return withinPatience(
    withIndexes(db, async () => {
      const { query, source, filter, order, brands, contacts } = await prepareList(db, request);
      const question = questionOf(query, brandId);
      const cursor = request.cursor === undefined ? undefined : readCursor(request.cursor, question, order);
      const access = await chooseAccess(source, filter, order, { rows: limit + 1, most: COUNT_TO });

      const counted = cursor !== undefined && !request.count ? cursor : undefined;
      const [{ total, more }, records] = await Promise.all([
        counted ?? countRecords(source, filter, access, request.count === true),
        readPage({ source, filter, order, access }, limit + 1, cursor?.place),
      ]);
      const page = records.slice(0, limit);
      const last = page.at(-1);
      const rows = rowsOf(list, page, { brands, contacts });
      const isLast = records.length <= limit || last === undefined;
      const next = isLast ? {} : { next: writeCursor({ place: placeOf(order, last), total, more }, question) };
      return { total, ...(more ? { more } : {}), rows, ...next };
    }),
  );
}
