import type { CreatorDetail, SourceOfValue } from "../../../core/lookup/index.js";
import { amount, cut, day } from "../../amounts.js";
import { counted } from "../../in-words.js";
import { figureFrom } from "../../source-words.js";
import { fullNameOf, textOfValue } from "../../value-text.js";
import { inOneLine, type Paint } from "../paint.js";
import { type Column, printTable } from "../print-table.js";
import type { AskedBrand } from "./asked-brand.js";

/** One line of the card: what, its value, and small where it is from. */
interface Line {
  name: string;
  value: string | undefined;
  from?: string;
}

/** Samples and videos on a card; the newest. */
const SHOWN = 5;
const INDENT = "  ";

/** Everything worth knowing of a creator at one look. */
export function creatorCard(creator: CreatorDetail, brand: AskedBrand, paint: Paint): string {
  const parts = [
    heading(creator, brand, paint),
    linesOf(figureLines(creator, brand), paint),
    linesOf(contactLines(creator), paint),
    linesOf(peopleLines(creator, brand), paint),
    brandsPart(creator, brand, paint),
    samplesPart(creator, brand, paint),
    videosPart(creator, brand, paint),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function heading(creator: CreatorDetail, { zone }: AskedBrand, paint: Paint): string {
  const { handle, tiktokUserId, badge, status, joinedAt, formerHandles } = creator;
  const name = fullNameOf(creator) ?? "";
  const title = paint.bold(handle === undefined ? `#${tiktokUserId}` : `@${handle}`);
  const facts = [
    badge,
    status,
    creator.whitelisted ? "whitelisted" : undefined,
    joinedAt && `since ${day(joinedAt, zone)}`,
  ];
  const former =
    formerHandles.length > 0 ? `formerly ${formerHandles.map((each) => `@${each}`).join(", ")}` : undefined;
  const links = [creator.profileUrl, former, handle && tiktokUserId ? `TikTok id ${tiktokUserId}` : undefined];
  const told = (words: (string | undefined)[]) => words.filter(Boolean).join(" · ");
  return [[title, inOneLine(name), told(facts)].filter((word) => word !== "").join("  "), paint.dim(told(links))].join(
    "\n",
  );
}

function figureLines(creator: CreatorDetail, { currency, zone }: AskedBrand): Line[] {
  const { sources, followers, videos, samples, itemsSold, lastPostedAt, lastSampledAt } = creator;
  const last = (time: Date | undefined) => (time === undefined ? undefined : `the last one ${day(time, zone)}`);
  const sold = itemsSold > 0 ? `${counted(itemsSold, "item")} sold` : undefined;
  return [
    { name: "GMV", value: amount(creator.gmvCents, currency), from: figureFrom(sources.gmvCents) },
    { name: "GMV 30 days", value: amount(creator.gmv30Cents, currency), from: figureFrom(sources.gmv30Cents) },
    { name: "Video GMV", value: amount(creator.videoGmvCents, currency), from: sold },
    { name: "EMV", value: amount(creator.emvCents, currency), from: figureFrom(sources.emvCents) },
    {
      name: "Followers",
      value: followers?.toLocaleString("en-US"),
      from: figureFrom(sources.followers, { window: false }),
    },
    { name: "Videos", value: videos.toLocaleString("en-US"), from: last(lastPostedAt) },
    { name: "Samples", value: samples.toLocaleString("en-US"), from: last(lastSampledAt) },
  ];
}

function contactLines(creator: CreatorDetail): Line[] {
  const { email, phone, phoneVerified, address, sources, optedOut } = creator;
  const numbered = phone && `${phone}${phoneVerified ? "" : " (masked)"}`;
  const out = [optedOut.email ? "no e-mails" : "", optedOut.sms ? "no texts" : ""].filter((word) => word !== "");
  return [
    ...valueLines("E-mail", "email", email, sources.email),
    ...valueLines("Phone", "phone", numbered, sources.phone),
    ...valueLines("Name", "name", fullNameOf(creator), sources.name),
    ...valueLines("Address", "address", address && textOfValue("address", address), sources.address),
    { name: "Opted out", value: out.join(", ") || undefined },
  ];
}

/** The value that is shown, and under it what other sources say that is something else. */
function valueLines(
  name: string,
  field: string,
  value: string | undefined,
  sources: readonly SourceOfValue[] = [],
): Line[] {
  const current = sources.find((source) => source.current);
  const others = sources.filter((source) => source.alternative);
  return [
    { name, value: value ?? (others.length > 0 ? "–" : undefined), from: current && valueFrom(current) },
    ...others.map((other) => ({ name: "", value: `or ${textOfValue(field, other.value)}`, from: valueFrom(other) })),
  ];
}

function peopleLines({ tags, notes }: CreatorDetail, { zone }: AskedBrand): Line[] {
  const written = notes.map(({ text, at, by }) => ({ name: "Note", value: text, from: `${by}, ${day(at, zone)}` }));
  return [{ name: "Tags", value: tags.join(", ") || undefined }, ...written];
}

function brandsPart({ brands }: CreatorDetail, { currency }: AskedBrand, paint: Paint): string {
  if (brands.length < 2) return "";
  const columns: Column<(typeof brands)[number]>[] = [
    { title: "Brand", cell: ({ brand }) => brand },
    { title: "Status", cell: ({ status }) => status },
    { title: "GMV", cell: ({ gmvCents }) => amount(gmvCents, currency), right: true },
    { title: "Samples", cell: ({ samples }) => samples, right: true },
    { title: "Videos", cell: ({ videos }) => videos, right: true },
    { title: "Tags", cell: ({ tags }) => tags.join(", ") },
  ];
  return printTable(columns, brands, paint);
}

function samplesPart({ recent: { samples } }: CreatorDetail, { zone }: AskedBrand, paint: Paint): string {
  const columns: Column<(typeof samples)[number]>[] = [
    { title: "Sample", cell: ({ orderedAt }) => day(orderedAt, zone) },
    { title: "Status", cell: ({ status }) => status },
    { title: "Delivered", cell: ({ deliveredAt }) => day(deliveredAt, zone) },
    { title: "Pieces", cell: ({ quantity }) => quantity, right: true },
    { title: "Product", cell: ({ productName, productId }) => cut(productName ?? productId, 60) },
  ];
  return samples.length === 0 ? "" : printTable(columns, samples.slice(0, SHOWN), paint);
}

function videosPart({ recent: { videos } }: CreatorDetail, { currency, zone }: AskedBrand, paint: Paint): string {
  const columns: Column<(typeof videos)[number]>[] = [
    { title: "Video", cell: ({ postedAt }) => day(postedAt, zone) },
    { title: "GMV", cell: ({ gmvCents }) => amount(gmvCents, currency), right: true },
    { title: "Sold", cell: ({ itemsSold }) => itemsSold, right: true },
    { title: "Views", cell: ({ impressions }) => impressions, right: true },
    { title: "Title", cell: ({ title }) => cut(title, 60) },
  ];
  return videos.length === 0 ? "" : printTable(columns, videos.slice(0, SHOWN), paint);
}

function linesOf(lines: readonly Line[], paint: Paint): string {
  const known = lines.filter(({ value }) => value !== undefined && value !== "");
  const names = Math.max(...known.map(({ name }) => name.length), "GMV 30 days".length);
  const values = Math.max(...known.map(({ value = "" }) => value.length), 0);
  // One long value must not push where it is from off every line.
  const width = Math.min(values, 40);
  return known
    .map(({ name, value = "", from }) => {
      const said = `${name.padEnd(names)}${INDENT}${inOneLine(value).padEnd(from ? width : 0)}`;
      return from ? `${said}${INDENT}${paint.dim(from)}` : said;
    })
    .join("\n");
}

/** `euka, import 3 line 15, 2 imports agree`. */
function valueFrom({ source, importId, line, by, support }: SourceOfValue): string {
  const where = importId === undefined ? undefined : `import ${importId} line ${line}`;
  const agree = support > 1 ? `${counted(support, "import")} agree` : undefined;
  return [by === undefined ? source : `set by ${by}`, where, agree].filter(Boolean).join(", ");
}
