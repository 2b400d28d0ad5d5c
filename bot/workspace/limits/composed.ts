import { z } from "zod";
import { containable } from "./blocks.js";
import { button } from "./buttons.js";
import { imageElement } from "./images.js";
import { richText } from "./rich-text.js";
import { id, link, list, plainText, text, textObject } from "./text.js";

const block = { block_id: id.optional() };

const card = z
  .strictObject({
    type: z.literal("card"),
    ...block,
    hero_image: imageElement.optional(),
    icon: imageElement.optional(),
    title: textObject(150).optional(),
    subtitle: textObject(150).optional(),
    body: textObject(200).optional(),
    actions: list(button, 1, 25).optional(),
  })
  .refine(
    (of) => Boolean(of.hero_image ?? of.title ?? of.actions ?? of.body),
    "must have at least one of hero_image, title, actions or body",
  );

const container = z
  .strictObject({
    type: z.literal("container"),
    ...block,
    title: plainText(150).optional(),
    rich_text_title: richText.optional(),
    subtitle: textObject(150).optional(),
    child_blocks: list(z.discriminatedUnion("type", containable), 1, 10),
    width: z.enum(["narrow", "standard", "wide", "full"]).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((of) => of.title !== undefined || of.rich_text_title !== undefined, "must have a title or rich_text_title")
  .refine((of) => !of.default_collapsed || of.is_collapsible === true, {
    path: ["default_collapsed"],
    error: "requires is_collapsible",
  });

const taskCard = z.strictObject({
  type: z.literal("task_card"),
  ...block,
  task_id: text(),
  title: text(),
  details: richText.optional(),
  output: richText.optional(),
  sources: z.array(z.strictObject({ type: z.literal("url"), url: link, text: text() })).optional(),
  status: z.enum(["pending", "in_progress", "complete", "error"]),
});

const plan = z
  .strictObject({ type: z.literal("plan"), ...block, title: text(), tasks: z.array(taskCard).optional() })
  .refine(({ tasks = [] }) => new Set(tasks.map(({ task_id }) => task_id)).size === tasks.length, {
    path: ["tasks"],
    error: "each task_id must be unique",
  });

/** What is made of other blocks. */
export const composed = [
  card,
  z.strictObject({ type: z.literal("carousel"), ...block, elements: list(card, 1, 10) }),
  container,
  taskCard,
  plan,
] as const;
