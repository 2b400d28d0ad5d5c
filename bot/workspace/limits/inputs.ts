import { z } from "zod";
import { actionable, dispatchable, focusable, placeholder } from "./element-fields.js";
import { richText } from "./rich-text.js";
import { text } from "./text.js";

const input = { ...actionable, ...dispatchable, ...focusable, ...placeholder };

/** As much as a person can type into one input. */
const MOST = 3_000;

const plainTextInput = z
  .strictObject({
    type: z.literal("plain_text_input"),
    ...input,
    initial_value: z.string().max(MOST).optional(),
    multiline: z.boolean().optional(),
    min_length: z.int().min(0).max(MOST).optional(),
    max_length: z.int().min(1).max(MOST).optional(),
  })
  .refine(({ min_length = 0, max_length = MOST }) => min_length <= max_length, {
    path: ["min_length"],
    error: "must not be greater than max_length",
  })
  .refine(({ initial_value = "", max_length = MOST }) => initial_value.length <= max_length, {
    path: ["initial_value"],
    error: "must not be longer than max_length",
  });

const numberText = z.string().regex(/^-?\d+(\.\d+)?$/, "must be a number");

/** Kinds that stand in an input block only. */
export const inputs = [
  plainTextInput,
  z.strictObject({ type: z.literal("email_text_input"), ...input, initial_value: z.email().optional() }),
  z.strictObject({ type: z.literal("url_text_input"), ...input, initial_value: z.url().optional() }),
  z.strictObject({
    type: z.literal("number_input"),
    ...input,
    is_decimal_allowed: z.boolean(),
    initial_value: numberText.optional(),
    min_value: numberText.optional(),
    max_value: numberText.optional(),
  }),
  z.strictObject({
    type: z.literal("file_input"),
    ...actionable,
    filetypes: z.array(text()).min(1).optional(),
    max_files: z.int().min(1).max(10).optional(),
  }),
] as const;

export const richTextInput = z.strictObject({
  type: z.literal("rich_text_input"),
  ...input,
  initial_value: richText.optional(),
  min_lines: z.int().min(1).optional(),
  max_lines: z.int().min(1).optional(),
});
