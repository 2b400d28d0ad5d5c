import type { Name } from "../creators/creator.js";
import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { cutText } from "./cut-text.js";
import { repairMojibake } from "./mojibake.js";
import { collapseSpaces } from "./text.js";

export type { Name };

/** What a row says about a name: two columns, or a parcel's recipient in one. */
export type NameCells = { first?: string; last?: string } | { recipient: string };

/** As long as a name in an address book gets; the rest is a note that slipped in. */
const LONGEST = 100;
const LETTER = /\p{L}/u;
/** `Smith, Anna`; what follows the comma in `John Smith, Jr.` is no first name. */
const LAST_COMMA_FIRST = /^([^,]+),\s*([^,]+)$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|phd|esq)\.?$/i;

/** A whole name in one cell; masked names (`J*** D**`) and those without a letter are no value. */
export function normalizeName(cell: string): Name | undefined {
  return nameOf({ recipient: cell });
}

/** A name out of its columns, or out of a recipient. A part that is masked, blank or without a letter is left out. */
export function nameOf(cells: NameCells): Name | undefined {
  if ("recipient" in cells) {
    const full = repairedPart(cells.recipient);
    return full && withoutEmptyParts(splitName(full.text), full.broken);
  }
  const first = repairedPart(cells.first ?? "");
  const last = repairedPart(cells.last ?? "");
  const broken = first?.broken === true || last?.broken === true;
  return withoutEmptyParts({ first: first?.text, last: last?.text }, broken);
}

/** The first word, and the rest as the last name: `Maria del Carmen` is Maria, del Carmen. */
export function splitName(full: string): Name {
  const text = collapseSpaces(full);
  const [, before = "", after = ""] = LAST_COMMA_FIRST.exec(text) ?? [];
  if (after !== "" && !SUFFIX.test(after)) return { first: after, last: before };

  const gap = text.indexOf(" ");
  return gap === -1 ? { first: text } : { first: text.slice(0, gap), last: text.slice(gap + 1) };
}

function repairedPart(cell: string): { text: string; broken: boolean } | undefined {
  const { text: repaired, broken } = repairMojibake(cell);
  const text = cutText(collapseSpaces(cellText(repaired)), LONGEST).trimEnd();
  return isBlank(text) ? undefined : { text, broken };
}

/** Positions are kept: where the first name is masked, the last name does not become one. */
function withoutEmptyParts({ first, last }: Name, broken: boolean): Name | undefined {
  const name: Name = {};
  if (isNamePart(first)) name.first = first;
  if (isNamePart(last)) name.last = last;
  if (name.first === undefined && name.last === undefined) return undefined;
  if (broken) name.broken = true;
  return name;
}

const isNamePart = (part: string | undefined): part is string =>
  part !== undefined && LETTER.test(part) && !part.includes("*") && !isBlank(part);
