import { z } from "zod";
import { id, link, plainText, text } from "./text.js";

const slackFile = z
  .strictObject({ id: text().optional(), url: text().optional() })
  .refine((file) => (file.id === undefined) !== (file.url === undefined), "must have either id or url");

const picture = { image_url: link.optional(), slack_file: slackFile.optional() };
const isOnePicture = (of: { image_url?: unknown; slack_file?: unknown }) =>
  (of.image_url === undefined) !== (of.slack_file === undefined);
const NOT_ONE_PICTURE = "must have either image_url or slack_file";

export const imageElement = z
  .strictObject({ type: z.literal("image"), alt_text: text(2_000), ...picture })
  .refine(isOnePicture, NOT_ONE_PICTURE);

export const imageBlock = z
  .strictObject({
    type: z.literal("image"),
    block_id: id.optional(),
    alt_text: text(2_000),
    title: plainText(2_000).optional(),
    ...picture,
  })
  .refine(isOnePicture, NOT_ONE_PICTURE);
