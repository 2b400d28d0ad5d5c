import type { Brand } from "../../core/brands/index.js";
import type { CreatorDetail, SourceOfValue } from "../../core/lookup/index.js";
import { counted } from "../terminal/in-words.js";
import { amount, day } from "../terminal/listing/amounts.js";
import { gap, person, type RichLine, tiktokLink, valueLine, words } from "./rich.js";
import { textOfValue } from "./value-text.js";

/** What amounts and days are written in. */
export type Written = Pick<Brand, "currency" | "zone">;

/** How a creator is called: `@mia.glow`, or TikTok's id as long as no handle is known. */
export const calledOf = ({ handle, tiktokUserId }: { handle?: string; tiktokUserId?: string }): string =>
  handle === undefined ? `TikTok user ${tiktokUserId ?? "without a name"}` : `@${handle}`;

export const fullNameOf = ({ firstName, lastName }: { firstName?: string; lastName?: string }): string | undefined =>
  [firstName, lastName].filter(Boolean).join(" ") || undefined;

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
    ...valueLine("Followers", followers?.toLocaleString("en-US"), figureFrom(sources.followers)),
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

/** What people wrote and did. */
export function peopleLines({ tags, notes, lastContactedAt, recent }: CreatorDetail, { zone }: Written): RichLine[] {
  const [message] = recent.communications;
  const newest = notes.slice(-SHOWN_NOTES).reverse();
  return [
    ...valueLine("Tags", tags.join(", ")),
    ...valueLine("Last contact", day(lastContactedAt, zone)),
    ...(message === undefined ? [] : [messageLine(message, zone)]),
    ...newest.map(
      ({ text, at, by }): RichLine => [
        words("Note", { bold: true }),
        gap("  "),
        words(text),
        gap("   "),
        person(by),
        words(`, ${day(at, zone)}`, { italic: true }),
      ],
    ),
    ...(notes.length > newest.length
      ? [[words(`${counted(notes.length - newest.length, "older note")}`, { italic: true })]]
      : []),
  ];
}

/** The newest of the notes; all of them are in the export. */
const SHOWN_NOTES = 3;

function messageLine(
  { direction, text, at, by }: CreatorDetail["recent"]["communications"][number],
  zone: string,
): RichLine {
  return [
    words(direction === "out" ? "We wrote" : "They wrote", { bold: true }),
    gap("  "),
    words(text || "(no text)"),
    gap("   "),
    words(`TikTok DM, ${day(at, zone)}, logged by `, { italic: true }),
    person(by),
  ];
}

/** `lifetime, euka, 2026-01-05`. Figures of several brands are of several sources. */
export function figureFrom(sources: readonly SourceOfValue[] = []): string | undefined {
  const [source, ...others] = sources.filter(({ current }) => current);
  if (source === undefined) return undefined;
  if (others.length > 0) return `of ${counted(sources.length, "brand")}`;
  return [windowOf(source), nameOfSource(source.source), source.asOf].filter(Boolean).join(", ");
}

export function windowOf({ window }: SourceOfValue): string | undefined {
  if (window === undefined) return undefined;
  if (window === "unknown") return "time unknown";
  return window === "lifetime" ? window : counted(window, "day");
}

export const nameOfSource = (source: string): string =>
  source === "person" ? "a person" : source === "tiktok_api" ? "TikTok" : source;

/** `euka, 2 imports agree, 1 other value`. */
function valueFrom(sources: readonly SourceOfValue[] = []): string | undefined {
  const current = sources.find((source) => source.current);
  const others = sources.filter((source) => !source.current).length;
  const from = current && (current.by === undefined ? current.source : "set by a person");
  const agree = current && current.support > 1 ? `${current.support} imports agree` : undefined;
  return [from, agree, others > 0 ? counted(others, "other value") : undefined].filter(Boolean).join(", ") || undefined;
}
