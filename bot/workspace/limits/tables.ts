import { z } from "zod";
import { richText } from "./rich-text.js";
import { id, list, text } from "./text.js";

const rawText = z.strictObject({ type: z.literal("raw_text"), text: text(10_000) });
const rawNumber = z.strictObject({ type: z.literal("raw_number"), value: z.number(), text: text(10_000) });
const cell = z.discriminatedUnion("type", [rawText, rawNumber, richText]);

const row = list(cell, 1, 20);

export const table = z.strictObject({
  type: z.literal("table"),
  block_id: id.optional(),
  rows: list(row, 1, 100),
  column_settings: z
    .array(
      z
        .strictObject({ align: z.enum(["left", "center", "right"]).optional(), is_wrapped: z.boolean().optional() })
        .nullable(),
    )
    .max(20, "no more than 20 items allowed")
    .optional(),
});

/** 100 rows below a header, all of one length; the header has no rich text. */
export const dataTable = z
  .strictObject({
    type: z.literal("data_table"),
    block_id: id.optional(),
    caption: text(),
    rows: list(row, 2, 101),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).optional(),
  })
  .refine(({ rows }) => rows.every((cells) => cells.length === rows[0]?.length), {
    path: ["rows"],
    error: "all rows must have the same number of cells",
  })
  .refine(({ rows }) => rows[0]?.every(({ type }) => type !== "rich_text"), {
    path: ["rows", 0],
    error: "rich_text is not allowed in the header",
  })
  .refine(({ rows, row_header_column_index: column = 0 }) => column < (rows[0]?.length ?? 0), {
    path: ["row_header_column_index"],
    error: "must be the index of a column",
  });
