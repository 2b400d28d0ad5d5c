import { z } from "zod";
import { actionable, confirmable, focusable, placeholder } from "./element-fields.js";
import { areAmong, options } from "./options.js";

const picker = { ...actionable, ...confirmable, ...focusable };

export const checkboxes = z
  .strictObject({
    type: z.literal("checkboxes"),
    ...picker,
    options: options.ofBoxes,
    initial_options: options.ofBoxes.optional(),
  })
  .refine((of) => areAmong(of.initial_options ?? [], of.options), {
    path: ["initial_options"],
    error: "must match one of the options",
  });

export const radioButtons = z
  .strictObject({
    type: z.literal("radio_buttons"),
    ...picker,
    options: options.ofBoxes,
    initial_option: options.formatted.optional(),
  })
  .refine((of) => areAmong(of.initial_option ? [of.initial_option] : [], of.options), {
    path: ["initial_option"],
    error: "must match one of the options",
  });

export const datepicker = z.strictObject({
  type: z.literal("datepicker"),
  ...picker,
  ...placeholder,
  initial_date: z.iso.date("must be a date as YYYY-MM-DD").optional(),
});

export const timepicker = z.strictObject({
  type: z.literal("timepicker"),
  ...picker,
  ...placeholder,
  initial_time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time as HH:mm")
    .optional(),
  timezone: z.string().optional(),
});

export const datetimepicker = z.strictObject({
  type: z.literal("datetimepicker"),
  ...picker,
  initial_date_time: z.int().min(1_000_000_000).max(9_999_999_999).optional(),
});
