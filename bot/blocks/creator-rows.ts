import type { KnownBlock } from "@slack/types";
import type { CreatorRow } from "../../core/lists/index.js";
import { type CreatorRef, whoOf } from "../creator-ref.js";
import { fullNameOf } from "../value-text.js";
import { button, cutTo, section, small } from "./parts.js";

/** A modal has at most 100 blocks; so many are also more than anybody reads there. */
export const MOST_ROWS_SHOWN = 60;

/** Letters of a person's name. */
const MOST_NAME = 80;

/** How a list of creators counts money: that of its brand, or none where several are added up. */
export interface RowsOf {
  /** Id of the brand, or `all`. */
  brandId: string;
  currency?: string;
  /** What stands behind the button of each row. */
  press?: { label: string; id: string };
}

const OPEN = { label: "Open", id: "open-creator" };

/** Creators, a line or two each, with a button that opens the card. */
export const creatorRows = (rows: readonly CreatorRow[], of: RowsOf): KnownBlock[] => [
  ...rows.slice(0, MOST_ROWS_SHOWN).map((row) => creatorRow(row, of)),
  ...(rows.length > MOST_ROWS_SHOWN
    ? [small(`And ${(rows.length - MOST_ROWS_SHOWN).toLocaleString("en-US")} more.`)]
    : []),
];

/** @param said stands before everything else, such as that it was found under a former handle */
export function creatorRow(row: CreatorRow, { brandId, currency, press = OPEN }: RowsOf, said?: string): KnownBlock {
  const value: CreatorRef = { who: whoOf(row), brand: brandId };
  return section(
    [`${nameOf(row)}${said === undefined ? "" : `  ·  ${said}`}`, figuresOf(row, currency).join("  ·  ")].join("\n"),
    button(press.label, { id: press.id, value }),
  );
}

export function nameOf(row: CreatorRow): string {
  const { handle, tiktokUserId } = row;
  const name = cutTo((fullNameOf(row) ?? "").trim(), MOST_NAME);
  const called = handle === undefined ? `TikTok user ${tiktokUserId ?? ""}`.trim() : `@${handle}`;
  return name === "" ? called : `${called}  ${name}`;
}

/** What is known in numbers, the most telling first. */
export function figuresOf(row: CreatorRow, currency: string | undefined): string[] {
  const { badge, followers, gmvCents, samples, videos, status } = row;
  return [
    ...(badge === undefined ? [] : [badge]),
    ...(followers === undefined ? [] : [`${compact(followers)} followers`]),
    ...(gmvCents === undefined ? [] : [`GMV ${money(gmvCents, currency)}`]),
    `${samples} ${samples === 1 ? "sample" : "samples"}`,
    `${videos} ${videos === 1 ? "video" : "videos"}`,
    ...(status === "active" ? [] : [status]),
  ];
}

/** 12,345 as 12.3K. */
const compact = (count: number): string =>
  count.toLocaleString("en-US", { notation: "compact", maximumFractionDigits: 1 });

/** Whole units: a list is for comparing. */
export function money(cents: number, currency: string | undefined): string {
  const style = currency === undefined ? {} : ({ style: "currency", currency } as const);
  return (cents / 100).toLocaleString("en-US", { ...style, maximumFractionDigits: 0 });
}
