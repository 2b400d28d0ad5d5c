import { z } from "zod";
import { listRecords, valueAt } from "../../../core/lists/index.js";
import type { ListName } from "../../../core/query/index.js";
import { askBrand, questionFor } from "../caller.js";
import { columnsNamed, columnsOf } from "../columns.js";
import { route } from "../route.js";
import { PAGE, QUERY, ROW, text, USUAL_LIMIT } from "../schemas.js";

const asked = z.strictObject({
  ...PAGE,
  query: QUERY.optional(),
  columns: text(2_000).optional().describe("Names with commas between; left out, all."),
  count: z.enum(["true", "false"]).optional().describe("true counts beyond 10,000 too."),
});

const page = z.object({
  total: z.int().describe("How many fit: exact up to 10,000."),
  more: z.literal(true).optional().describe("There are more than total."),
  rows: z.array(ROW),
  next: z.string().optional().describe("The cursor of the next page; absent at the end."),
});

/** One page of a list. */
const listRoute = (list: ListName) =>
  route({
    method: "get",
    path: `/${list}`,
    summary: `The ${list} that a query finds, page by page.`,
    query: asked,
    answer: page,
    async handle({ query }, request) {
      const brand = await askBrand(request, query.brand);
      const question = await questionFor(request, brand, { list, query: query.query ?? "" });
      const { limit = USUAL_LIMIT, cursor, count } = query;
      const names = query.columns?.split(",").map((name) => name.trim());
      const columns = (names ? columnsNamed(list, names) : columnsOf(list)).map(({ column }) => column);
      const found = await listRecords(request.db, { ...question, limit, cursor, count: count === "true" });
      const rows = names ? found.rows.map((row) => only(row, columns)) : found.rows;
      return { body: { ...found, rows } };
    },
  });

/** What of a row was asked for, by the names that it was asked by. */
const only = (row: object, columns: readonly string[]): object =>
  Object.fromEntries(
    columns.flatMap((column) => {
      const value = valueAt(row, column);
      return value === undefined ? [] : [[column, value]];
    }),
  );

export const LIST_ROUTES = [listRoute("creators"), listRoute("samples"), listRoute("videos")];
