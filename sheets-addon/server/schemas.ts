import { z } from "zod";
import { MOST_ROWS } from "../../core/lists/index.js";
import { MAX_LENGTH } from "../../core/query/index.js";

/** NUL, which MongoDB takes in no pattern, and half a character, which is no text. */
const UNUSABLE = /[\0\p{Surrogate}]/u;

/** A text as people type it. */
export const text = (most: number) =>
  z
    .string()
    .max(most)
    .refine((value) => !UNUSABLE.test(value), "is not a text: it holds NUL or half a character");

export const LIST = z.enum(["creators", "samples", "videos"]);
export const BRAND = text(80).describe("Short name of a brand, or all; left out, the default brand.");
export const QUERY = text(MAX_LENGTH).describe(
  "In the query language, such as gmv:>5k has:email; empty for everything.",
);
export const ROW_ID = text(200).min(1);
export const COLUMN = z.string().min(1).max(60);
export const DAY = z.iso.date();

/** Of a list that is read page by page. */
export const PAGE = {
  brand: BRAND.optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, `Expected 1 to ${MOST_ROWS}`)
    .transform(Number)
    .pipe(z.number().max(MOST_ROWS))
    .optional(),
  cursor: z.string().max(1_000).optional().describe("next of the page before."),
};

export const USUAL_LIMIT = 100;

/** What rows of lists look like: the columns of the registry, those absent that are unknown. */
export const ROW = z.record(z.string(), z.unknown());
