import { z } from "zod";

/** Characters of a text object where its place says no other number. */
const MOST = 3_000;

/** A text that is not empty and not longer than its place takes. */
export const text = (most: number = MOST) =>
  z
    .string()
    .min(1, "must be more than 0 characters")
    .max(most, `must be less than ${most + 1} characters`);

export const plainText = (most?: number) =>
  z.strictObject({ type: z.literal("plain_text"), text: text(most), emoji: z.boolean().optional() });

const mrkdwn = (most?: number) =>
  z.strictObject({ type: z.literal("mrkdwn"), text: text(most), verbatim: z.boolean().optional() });

export const textObject = (most?: number) => z.discriminatedUnion("type", [plainText(most), mrkdwn(most)]);

/** An identifier of a block, an action or a view. */
export const id = text(255);

/** An address that a browser opens. */
export const link = z.url({ protocol: /^https?$/, error: "must be a valid URL" }).max(MOST);

export const list = <T extends z.ZodType>(item: T, least: number, most: number) =>
  z.array(item).min(least, `must have at least ${least} items`).max(most, `no more than ${most} items allowed`);
