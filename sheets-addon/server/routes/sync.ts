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
  type SyncAnswer,
} from "../../../core/contract/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { route } from "../route.js";
import { changesNow, pickRows, rowsNow } from "../rows-now.js";
import { ROW_ID } from "../schemas.js";
import { readTab, SHEET_COLUMN, SHEET_ROW, TAB } from "../sheet-request.js";

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
    const question = await readTab(asked, body);
    const known: [string, string][] = [];
    for await (const { id, hash } of rowsNow(asked.db, question)) known.push([id, hash]);
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
    const answer: SyncAnswer = await changesNow(asked.db, await readTab(asked, body), body);
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
    const answer: RowsAnswer = await pickRows(asked.db, await readTab(asked, body), body.ids);
    return { body: answer };
  },
});
