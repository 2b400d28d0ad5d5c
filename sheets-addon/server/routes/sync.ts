import { z } from "zod";
import {
  bucketDigests,
  DIGEST_LETTERS,
  type DigestsAnswer,
  differingBuckets,
  MOST_BUCKETS,
  MOST_SYNC_ROWS,
  MOST_TAB_ROWS,
  type RowsAnswer,
  type SheetRow,
  type SyncAnswer,
} from "../../../core/contract/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { type ListQuestion, pickRecords, streamRecords } from "../../../core/lists/index.js";
import type { ListName } from "../../../core/query/index.js";
import { compareTab } from "../compare-tab.js";
import { type Asked, route } from "../route.js";
import { ROW_ID } from "../schemas.js";
import { readTab, SHEET_COLUMN, SHEET_ROW, TAB } from "../sheet-request.js";
import { type RowForm, toSheetRow } from "../sheet-rows.js";

/** A tab of 100,000 rows names them in less; bytes. */
const MOST_HAVE = 12 * 1024 * 1024;

const buckets = z.int().min(1).max(MOST_BUCKETS);

export const digestsRoute = route({
  method: "post",
  path: "/sheets/digests",
  summary: "In which buckets the rows of a tab differ from what fits its query now.",
  body: z.strictObject({ ...TAB, buckets, digests: z.string().regex(/^[0-9a-z]*$/, "is no text of digests") }),
  answer: z.object({ total: z.int(), differing: z.array(z.int()) }),
  async handle({ body }, asked) {
    if (body.digests.length !== body.buckets * DIGEST_LETTERS) {
      const say = `digests has to have ${DIGEST_LETTERS} letters for each of ${body.buckets} buckets; got ${body.digests.length}.`;
      throw new CrmError("wrong-input", "digests of another length", { say });
    }
    const { question, form } = await readTab(asked, body);
    const known: [string, string][] = [];
    for await (const { id, hash } of rowsNow(asked, question, form)) known.push([id, hash]);
    const answer: DigestsAnswer = {
      total: known.length,
      differing: differingBuckets(bucketDigests(known, body.buckets), body.digests),
    };
    return { body: answer };
  },
});

export const syncRoute = route({
  method: "post",
  path: "/sheets/sync",
  summary: "Which rows of a tab changed, came or are gone.",
  most: MOST_HAVE,
  body: z.strictObject({
    ...TAB,
    have: z
      .record(ROW_ID, z.string().max(40))
      .refine((have) => Object.keys(have).length <= MOST_TAB_ROWS, `names more than ${MOST_TAB_ROWS} rows`),
    among: z.strictObject({ buckets, of: z.array(z.int().min(0)).max(MOST_BUCKETS) }).optional(),
  }),
  answer: z.object({
    columns: z.array(SHEET_COLUMN),
    total: z.int(),
    rows: z.array(SHEET_ROW),
    later: z.array(z.string()),
    gone: z.array(z.string()),
  }),
  async handle({ body }, asked) {
    const { question, form } = await readTab(asked, body);
    const { gone, ...difference } = await compareTab(rowsNow(asked, question, form), body);
    // While the list was read page by page, a row may have moved past: nobody's row goes away by that.
    const moved = await rowsById(asked, question, form, gone);
    const still = new Set(moved.map(({ id }) => id));
    const changed = moved.filter(({ id, hash }) => body.have[id] !== hash);
    const answer: SyncAnswer = {
      columns: [...form.columns],
      ...difference,
      later: [...difference.later, ...changed.map(({ id }) => id)],
      gone: gone.filter((id) => !still.has(id)),
    };
    return { body: answer };
  },
});

export const rowsRoute = route({
  method: "post",
  path: "/sheets/rows",
  summary: "Rows of a tab by id.",
  most: 1024 * 1024,
  body: z.strictObject({ ...TAB, ids: z.array(ROW_ID).max(MOST_SYNC_ROWS) }),
  answer: z.object({ rows: z.array(SHEET_ROW), gone: z.array(z.string()) }),
  async handle({ body }, asked) {
    const { question, form } = await readTab(asked, body);
    const rows = await rowsById(asked, question, form, body.ids);
    const found = new Set(rows.map(({ id }) => id));
    const answer: RowsAnswer = { rows, gone: body.ids.filter((id) => !found.has(id)) };
    return { body: answer };
  },
});

async function* rowsNow(
  { db }: Asked,
  question: ListQuestion & { list: ListName },
  form: RowForm,
): AsyncGenerator<SheetRow> {
  let total = 0;
  for await (const row of streamRecords(db, question)) {
    total += 1;
    if (total > MOST_TAB_ROWS) throw tooManyRows();
    yield toSheetRow(row, form);
  }
}

async function rowsById(
  { db }: Asked,
  question: ListQuestion & { list: ListName },
  form: RowForm,
  ids: readonly string[],
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for (let start = 0; start < ids.length; start += MOST_SYNC_ROWS) {
    const found = await pickRecords(db, question, ids.slice(start, start + MOST_SYNC_ROWS));
    rows.push(...found.map((row) => toSheetRow(row, form)));
  }
  return rows;
}

const tooManyRows = () =>
  new CrmError("refused", "a tab of too many rows", {
    say: `This query finds more than ${MOST_TAB_ROWS.toLocaleString("en-US")} rows, which is too much for a tab. Add a term that fits fewer.`,
  });
