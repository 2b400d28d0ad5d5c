import { z } from "zod";
import { actionable, confirmable } from "./element-fields.js";
import { options } from "./options.js";
import { link, plainText, text } from "./text.js";

const style = z.enum(["primary", "danger"]).optional();
const accessibility_label = text(75).optional();

export const button = z.strictObject({
  type: z.literal("button"),
  ...actionable,
  ...confirmable,
  text: plainText(75),
  value: text(2_000).optional(),
  url: link.optional(),
  style,
  accessibility_label,
});

export const workflowButton = z.strictObject({
  type: z.literal("workflow_button"),
  ...actionable,
  text: plainText(75),
  workflow: z.strictObject({
    trigger: z.strictObject({
      url: link,
      customizable_input_parameters: z.array(z.strictObject({ name: text(), value: text() })).optional(),
    }),
  }),
  style,
  accessibility_label,
});

export const overflow = z.strictObject({
  type: z.literal("overflow"),
  ...actionable,
  ...confirmable,
  options: options.ofOverflow,
});

export const iconButton = z.strictObject({
  type: z.literal("icon_button"),
  ...actionable,
  ...confirmable,
  icon: text(),
  text: plainText(75),
  value: text(2_000).optional(),
  accessibility_label,
  visible_to_user_ids: z.array(text()).optional(),
});

const feedback = z.strictObject({ text: plainText(75), value: text(2_000), accessibility_label });

export const feedbackButtons = z.strictObject({
  type: z.literal("feedback_buttons"),
  ...actionable,
  positive_button: feedback,
  negative_button: feedback,
});
