import type { KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import type { CreatorRow, VideoRow } from "../../core/lists/index.js";
import { type CreatorRef, whoOf } from "../creator-ref.js";
import { figuresOf, money } from "./creator-rows.js";
import { actions, button, cutTo, section, small } from "./parts.js";

/** Letters of a title or of tags: an unfurl is a glance. */
const MOST_SHOWN = 150;

type InBrand = Pick<Brand, "_id" | "name" | "currency">;

/** A creator at a glance, as a whole channel may see it: no name, no contacts, no notes. */
export function creatorUnfurl(row: CreatorRow, brand: InBrand): KnownBlock[] {
  const ref: CreatorRef = { who: whoOf(row), brand: brand._id };
  const tags = row.tags.length === 0 ? [] : [cutTo(row.tags.join(", "), MOST_SHOWN)];
  return [
    section([whoOf(row), figuresOf(row, brand.currency).join("  ·  "), ...tags].join("\n")),
    small(`Roster  ·  ${brand.name}`),
    actions(button("Open", { id: "open-creator", value: ref })),
  ];
}

/** What a video brought its brand. */
export function videoUnfurl(video: VideoRow, brand: InBrand): KnownBlock[] {
  const { handle, title, gmvCents, itemsSold, impressions, asOf } = video;
  const figures = [
    ...(gmvCents === undefined ? [] : [`GMV ${money(gmvCents, brand.currency)}`]),
    ...(itemsSold === undefined ? [] : [`${itemsSold.toLocaleString("en-US")} sold`]),
    ...(impressions === undefined ? [] : [`${impressions.toLocaleString("en-US")} views`]),
  ];
  const lines = [
    handle === undefined ? [] : [`@${handle}`],
    title ? [cutTo(title, MOST_SHOWN)] : [],
    [figures.join("  ·  ")],
  ];
  return [
    section(lines.flat().filter(Boolean).join("\n")),
    small(`Roster  ·  ${brand.name}${asOf === undefined ? "" : `  ·  as of ${asOf}`}`),
    ...(handle === undefined
      ? []
      : [actions(button("Open the creator", { id: "open-creator", value: { who: `@${handle}`, brand: brand._id } }))]),
  ];
}
