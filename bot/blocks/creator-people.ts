import type { CreatorDetail } from "../../core/lookup/index.js";
import { day } from "../amounts.js";
import { counted } from "../in-words.js";
import type { Written } from "./creator-facts.js";
import { gap, person, type RichLine, valueLine, words } from "./rich.js";

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
