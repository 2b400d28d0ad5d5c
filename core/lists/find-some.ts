import type { Connection } from "mongoose";
import { amongIds } from "./among-ids.js";
import { type Access, chooseAccess } from "./choose-access.js";
import { countRecords, type Total } from "./count-records.js";
import type { CreatorRow } from "./creator-row.js";
import { type ListQuestion, PATIENCE } from "./list-request.js";
import type { Stored } from "./list-source.js";
import { prepareList } from "./prepare-list.js";
import { LEFT_OUT, type Reading, readPage } from "./read-page.js";
import { rowsOf } from "./rows.js";
import type { Way } from "./ways.js";
import { withIndexes } from "./with-indexes.js";
import { withinPatience } from "./within-patience.js";

/** What is looked at, however many there are: so that an answer takes no longer of a million. */
const SOME = 500;

/**
 * Those of a list with the most sales over all brands, out of the first `SOME` that are found: by the words that are
 * looked for, the shortest that begin so first. `more`: there are others still.
 *
 * @param question.limit rows at most
 * @throws CrmError as `listRecords` does
 */
export async function findSome(
  db: Connection,
  question: ListQuestion & { list: "creators"; limit: number },
): Promise<Total & { rows: CreatorRow[] }> {
  const { limit } = question;
  return withinPatience(
    withIndexes(db, async () => {
      const { source, filter, order, brands, contacts } = await prepareList(db, question);
      const access = await chooseAccess(source, filter, order, { rows: limit, most: SOME + 1 });
      const reading = { source, filter, order, access };
      const way = wayBySales(access);
      const [total, records] = await Promise.all([
        way ? { total: Math.min(way.size, SOME), more: way.size > SOME } : countRecords(source, filter, access, false),
        way?.ids ? readFirst(reading, await way.ids(), limit) : readPage(reading, limit),
      ]);
      return { ...total, rows: rowsOf("creators", records, { brands, contacts }) };
    }),
  );
}

const wayBySales = ({ conditions, ways }: Access): Way | undefined =>
  ways.find((way) => way?.bySales && conditions.every((each) => way.covers.includes(each)));

async function readFirst({ source }: Reading, ids: readonly string[], limit: number): Promise<Stored[]> {
  const first = ids.slice(0, limit);
  const options = { projection: LEFT_OUT, hint: "_id_", maxTimeMS: PATIENCE };
  const found = await source.collection.find(amongIds(source, first, []), options).toArray();
  const byId = new Map(found.map((record) => [record._id, record]));
  return first.flatMap((id) => byId.get(id) ?? []);
}
