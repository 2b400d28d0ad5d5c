import type { Connection } from "mongoose";
import {
  MOST_SYNC_ROWS,
  MOST_TAB_ROWS,
  type RowsAnswer,
  type SheetRow,
  type SyncAnswer,
  type SyncRequest,
} from "../../core/contract/index.js";
import { CrmError } from "../../core/errors/index.js";
import { type ListQuestion, pickRecords, streamRecords } from "../../core/lists/index.js";
import { inBatches } from "../../core/mongo/index.js";
import type { ListName } from "../../core/query/index.js";
import { compareTab } from "./compare-tab.js";
import { type RowForm, toSheetRow } from "./sheet-rows.js";

/** What a tab asks, as core is asked it, and the form of its rows. */
export interface OpenQuestion {
  question: ListQuestion & { list: ListName };
  form: RowForm;
}

/** The rows that fit a tab's query now, in its order. @throws CrmError `refused` when they are too many for a tab */
export async function* rowsNow(db: Connection, { question, form }: OpenQuestion): AsyncGenerator<SheetRow> {
  let total = 0;
  for await (const row of streamRecords(db, question)) {
    total += 1;
    if (total > MOST_TAB_ROWS) throw tooManyRows();
    yield toSheetRow(row, form);
  }
}

/** Those of the ids that fit the query, and those that do not. */
export async function pickRows(
  db: Connection,
  { question, form }: OpenQuestion,
  ids: readonly string[],
): Promise<RowsAnswer> {
  const rows: SheetRow[] = [];
  for (const batch of inBatches(ids, MOST_SYNC_ROWS)) {
    const found = await pickRecords(db, question, batch);
    rows.push(...found.map((row) => toSheetRow(row, form)));
  }
  const found = new Set(rows.map(({ id }) => id));
  return { rows, gone: ids.filter((id) => !found.has(id)) };
}

/** What has to change in a tab that has such rows. */
export async function changesNow(
  db: Connection,
  open: OpenQuestion,
  request: Pick<SyncRequest, "have" | "among">,
): Promise<SyncAnswer> {
  const { gone, later, ...difference } = await compareTab(rowsNow(db, open), request);
  // While the list was read page by page, a row may have moved past: nobody's row goes away by that.
  const moved = await pickRows(db, open, gone);
  const changed = moved.rows.filter(({ id, hash }) => request.have[id] !== hash);
  return {
    columns: [...open.form.columns],
    ...difference,
    later: [...later, ...changed.map(({ id }) => id)],
    gone: moved.gone,
  };
}

const tooManyRows = () =>
  new CrmError("refused", "a tab of too many rows", {
    say: `This query finds more than ${MOST_TAB_ROWS.toLocaleString("en-US")} rows, which is too much for a tab. Add a term that fits fewer.`,
  });
