import type { Connection } from "mongoose";
import type { ListName } from "../query/index.js";
import { chooseAccess } from "./choose-access.js";
import { COUNT_TO } from "./count-records.js";
import type { ListQuestion } from "./list-request.js";
import { prepareList } from "./prepare-list.js";
import { placeOf, readPage } from "./read-page.js";
import { type RowOf, rowsOf } from "./rows.js";
import type { Place } from "./stretches.js";
import { withIndexes } from "./with-indexes.js";
import { withinPatience } from "./within-patience.js";

/** Records in memory at a time. */
const BATCH = 1_000;

/** All that a query finds, in its order: page after page, so that memory stays flat and no cursor grows old. */
export async function* streamRecords<L extends ListName>(
  db: Connection,
  question: ListQuestion & { list: L },
): AsyncGenerator<RowOf[L]> {
  const { brands, contacts, ...reading } = await withinPatience(withIndexes(db, () => prepareReading(db, question)));
  let place: Place | undefined;
  for (;;) {
    const from = place;
    const records = await withinPatience(withIndexes(db, () => readPage(reading, BATCH, from)));
    yield* rowsOf(question.list, records, { brands, contacts });
    const last = records.at(-1);
    if (last === undefined || records.length < BATCH) return;
    place = placeOf(reading.order, last);
  }
}

async function prepareReading(db: Connection, question: ListQuestion) {
  const { source, filter, order, brands, contacts } = await prepareList(db, question);
  const access = await chooseAccess(source, filter, order, { rows: BATCH, most: COUNT_TO });
  return { source, filter, order, brands, contacts, access };
}
