import { z } from "zod";
import { link, list, plainText, text, textObject } from "./text.js";

export const confirm = z
  .strictObject({
    title: plainText(100),
    text: textObject(300),
    confirm: plainText(30),
    deny: plainText(30),
    style: z.enum(["primary", "danger"]).optional(),
  })
  .partial({ title: true, confirm: true, deny: true });

const option = z.strictObject({
  text: plainText(75),
  value: text(150),
  description: plainText(75).optional(),
});

/** Checkboxes and radio buttons take formatted text too. */
const formattedOption = option.extend({ text: textObject(75), description: textObject(75).optional() });

const overflowOption = option.extend({ url: link.optional() });

const optionGroup = z.strictObject({ label: plainText(75), options: list(option, 1, 100) });

export const options = {
  /** Of a menu. */
  one: option,
  formatted: formattedOption,
  ofMenu: list(option, 1, 100),
  groups: list(optionGroup, 1, 100),
  ofBoxes: list(formattedOption, 1, 10),
  ofOverflow: list(overflowOption, 1, 5),
};

/** The options that a menu starts with must be among its own, to the letter. */
export function areAmong(chosen: readonly unknown[], all: readonly unknown[]): boolean {
  const known = new Set(all.map((one) => JSON.stringify(one)));
  return chosen.every((one) => known.has(JSON.stringify(one)));
}

export const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(["im", "mpim", "private", "public"]))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});
