import { z } from "zod";
import { id, link, text } from "./text.js";

const flag = z.boolean().optional();
const style = z
  .strictObject({ bold: flag, code: flag, italic: flag, strike: flag, underline: flag, highlight: flag })
  .optional();

/** No number is documented for one text of a rich text; the whole message is limited anyway. */
const words = text(12_000);

const textElement = z.strictObject({ type: z.literal("text"), text: words, style });
const linkElement = z.strictObject({
  type: z.literal("link"),
  url: link,
  text: words.optional(),
  unsafe: flag,
  style,
});

const element = z.discriminatedUnion("type", [
  textElement,
  linkElement,
  z.strictObject({ type: z.literal("broadcast"), range: z.enum(["here", "channel", "everyone"]), style }),
  z.strictObject({ type: z.literal("color"), value: text(), style }),
  z.strictObject({ type: z.literal("channel"), channel_id: text(), style }),
  z.strictObject({
    type: z.literal("date"),
    timestamp: z.int(),
    format: text(),
    url: link.optional(),
    fallback: text().optional(),
    style,
  }),
  z.strictObject({
    type: z.literal("emoji"),
    name: text(),
    unicode: text().optional(),
    url: link.optional(),
    style,
  }),
  z.strictObject({ type: z.literal("team"), team_id: text(), style }),
  z.strictObject({ type: z.literal("user"), user_id: text(), style }),
  z.strictObject({ type: z.literal("usergroup"), usergroup_id: text(), style }),
]);

const border = z.literal([0, 1]).optional();
const section = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(element) });

export const richText = z.strictObject({
  type: z.literal("rich_text"),
  block_id: id.optional(),
  elements: z
    .array(
      z.discriminatedUnion("type", [
        section,
        z.strictObject({
          type: z.literal("rich_text_list"),
          elements: z.array(section).min(1),
          style: z.enum(["bullet", "ordered"]),
          indent: z.int().min(0).max(8).optional(),
          offset: z.int().min(0).optional(),
          border,
        }),
        z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(element), border }),
        z.strictObject({
          type: z.literal("rich_text_preformatted"),
          elements: z.array(z.discriminatedUnion("type", [textElement, linkElement])),
          border,
        }),
      ]),
    )
    .min(1, "must have at least 1 items"),
});
