import type { Brand } from "../../core/brands/index.js";
import type { CreatorDetail } from "../../core/lookup/index.js";
import { amount, day } from "../amounts.js";
import { counted } from "../in-words.js";
import { figureFrom, valueFrom } from "../source-words.js";
import { textOfValue } from "../value-text.js";
import { type RichLine, tiktokLink, valueLine, words } from "./rich.js";

/** What amounts and days are written in. */
export type Written = Pick<Brand, "currency" | "zone">;

/** How a creator is called: `@mia.glow`, or TikTok's id as long as no handle is known. */
export const calledOf = ({ handle, tiktokUserId }: { handle?: string; tiktokUserId?: string }): string =>
  handle === undefined ? `TikTok user ${tiktokUserId ?? "without a name"}` : `@${handle}`;

/** Handles of the past that are shown. */
const MOST_FORMER = 5;

/** What the creator is: tier, standing with the brand, former names. */
export function identityLines(creator: CreatorDetail, { zone }: Written): RichLine[] {
  const { badge, status, whitelisted, joinedAt, formerHandles, profileUrl } = creator;
  const facts = [
    badge,
    status,
    whitelisted ? "whitelisted" : undefined,
    joinedAt && `with the brand since ${day(joinedAt, zone)}`,
  ].filter((fact) => fact !== undefined);
  const former = formerHandles.slice(0, MOST_FORMER).map((handle) => `@${handle}`);
  const more = formerHandles.length - former.length;
  return [
    [words(facts.join(" · "), status === "blocked" ? { bold: true } : undefined)],
    profileUrl === undefined ? [] : [tiktokLink(profileUrl, "Profile on TikTok")],
    ...valueLine("Formerly", [...former, ...(more > 0 ? [`${more} more`] : [])].join(", ")),
  ];
}

/** Figures, each with what it sums over and where it is from. */
export function figureLines(creator: CreatorDetail, { currency, zone }: Written): RichLine[] {
  const { sources, followers, videos, samples, itemsSold, lastPostedAt, lastSampledAt } = creator;
  const last = (time: Date | undefined) => (time === undefined ? undefined : `the last one ${day(time, zone)}`);
  const sold = itemsSold > 0 ? `${counted(itemsSold, "item")} sold` : undefined;
  return [
    ...valueLine("GMV", amount(creator.gmvCents, currency), figureFrom(sources.gmvCents)),
    ...valueLine("GMV 30 days", amount(creator.gmv30Cents, currency), figureFrom(sources.gmv30Cents)),
    ...valueLine("Video GMV", amount(creator.videoGmvCents, currency), sold),
    ...valueLine("EMV", amount(creator.emvCents, currency), figureFrom(sources.emvCents)),
    ...valueLine("Followers", followers?.toLocaleString("en-US"), figureFrom(sources.followers, { window: false })),
    ...valueLine("Videos", videos.toLocaleString("en-US"), last(lastPostedAt)),
    ...valueLine("Samples", samples.toLocaleString("en-US"), last(lastSampledAt)),
  ];
}

/** How to reach the creator; what other sources say is counted here and shown by "Where from". */
export function contactLines(creator: CreatorDetail): RichLine[] {
  const { email, phone, phoneVerified, address, sources, optedOut } = creator;
  const out = [optedOut.email ? "e-mails" : "", optedOut.sms ? "texts" : ""].filter((word) => word !== "");
  const numbered = phone && `${phone}${phoneVerified ? "" : " (not full)"}`;
  return [
    ...valueLine("E-mail", email, valueFrom(sources.email)),
    ...valueLine("Phone", numbered, valueFrom(sources.phone)),
    ...valueLine("Address", address && textOfValue("address", address), valueFrom(sources.address)),
    ...valueLine("Opted out of", out.join(" and ")),
  ];
}
