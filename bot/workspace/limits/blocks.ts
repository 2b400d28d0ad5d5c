import { z } from "zod";
import { button, feedbackButtons, iconButton, overflow, workflowButton } from "./buttons.js";
import { imageBlock, imageElement } from "./images.js";
import { inputs, richTextInput } from "./inputs.js";
import { menus } from "./menus.js";
import { checkboxes, datepicker, datetimepicker, radioButtons, timepicker } from "./pickers.js";
import { richText } from "./rich-text.js";
import { table } from "./tables.js";
import { id, link, list, plainText, text, textObject } from "./text.js";

const block = { block_id: id.optional() };

/** What stands beside a section's text and in a row of actions alike; menus aside. */
const controls = [button, workflowButton, overflow, checkboxes, radioButtons, datepicker, timepicker] as const;

const accessory = z.discriminatedUnion("type", [...controls, imageElement, ...menus]);

const section = z
  .strictObject({
    type: z.literal("section"),
    ...block,
    text: textObject(3_000).optional(),
    fields: list(textObject(2_000), 1, 10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  })
  .refine((of) => of.text !== undefined || of.fields !== undefined, "must have either text or fields");

const action = z.discriminatedUnion("type", [...controls, datetimepicker, richTextInput, ...menus]);

const actions = z
  .strictObject({ type: z.literal("actions"), ...block, elements: list(action, 1, 25) })
  .superRefine(({ elements }, context) => {
    const ids = elements.map(({ action_id }) => action_id);
    ids.forEach((action_id, at) => {
      if (action_id === undefined || ids.indexOf(action_id) === at) return;
      context.addIssue({
        code: "custom",
        path: ["elements", at, "action_id"],
        message: `action_id ${action_id} already exists`,
      });
    });
  });

const input = z.strictObject({
  type: z.literal("input"),
  ...block,
  label: plainText(2_000),
  hint: plainText(2_000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion("type", [
    checkboxes,
    radioButtons,
    datepicker,
    timepicker,
    datetimepicker,
    richTextInput,
    ...inputs,
    ...menus,
  ]),
});

const context = z.strictObject({
  type: z.literal("context"),
  ...block,
  elements: list(z.discriminatedUnion("type", [imageElement, ...textObject(3_000).options]), 1, 10),
});

const header = z.strictObject({ type: z.literal("header"), ...block, text: plainText(150) });
const divider = z.strictObject({ type: z.literal("divider"), ...block });

const video = z.strictObject({
  type: z.literal("video"),
  ...block,
  video_url: link,
  thumbnail_url: link,
  alt_text: text(2_000),
  title: plainText(199),
  title_url: link.optional(),
  author_name: text(49).optional(),
  provider_name: text().optional(),
  provider_icon_url: link.optional(),
  description: plainText().optional(),
});

/** What stands on its own and in a container. */
export const containable = [
  section,
  actions,
  input,
  context,
  header,
  divider,
  imageBlock,
  richText,
  table,
  video,
] as const;

/** What stands on its own only. */
export const simple = [
  z.strictObject({ type: z.literal("markdown"), ...block, text: text(12_000) }),
  z.strictObject({
    type: z.literal("alert"),
    ...block,
    text: textObject(),
    level: z.enum(["default", "info", "warning", "error", "success"]).optional(),
  }),
  z.strictObject({
    type: z.literal("context_actions"),
    ...block,
    elements: list(z.discriminatedUnion("type", [feedbackButtons, iconButton]), 1, 5),
  }),
] as const;
