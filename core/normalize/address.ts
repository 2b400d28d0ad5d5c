import type { Address } from "../creators/creator.js";
import { isBlank } from "./blank.js";
import { countryCodeOf } from "./country.js";
import { quote } from "./quote.js";
import { normalizeText } from "./text.js";
import { type Read, Unreadable } from "./unreadable.js";
import { readUsAddress } from "./us-address.js";
import { stateCodeOf, zipFitsState } from "./us-states.js";
import { usZipOf } from "./zip.js";

export type { Address };

/** An address in columns of its own, as text. */
export type AddressCells = { [Part in keyof Address]?: string };

/** Longer than any carrier's label takes. */
const LONGEST_CELL = 300;
const LONGEST_PART = 150;
const LINE_BREAKS = /[\r\n]+/g;
/** The country without a comma before it. */
const US_LAST = /^(.*\S)\s+(?:USA|U\.S\.A?\.?|United States(?: of America)?|US)\.?$/i;
const FIVE_DIGITS = /^\d{5}/;

/**
 * An address in one cell: "123 Main St, Apt 4, Austin, TX 78701", with and without commas.
 *
 * It is split only where it surely is one of the US; any other keeps its text as `line1`, and the country where the
 * cell names one, or where the brand's `country` (ISO 3166) is not the US. Masked parts are left out.
 */
export function normalizeAddress(cell: string, country: string): Read<Address> {
  const text = normalizeText(cell.replace(LINE_BREAKS, ", "), LONGEST_CELL);
  if (text === undefined) return undefined;
  const parts = text.split(",").flatMap((part) => partOf(part) ?? []);
  if (parts.length === 0) return undefined;

  const { named, rest } = takeCountry(parts);
  if (rest.length === 0) return named === undefined ? undefined : { country: named };
  const us =
    named === undefined || named === "US" ? readUsAddress(rest, named !== "US" && country !== "US") : undefined;
  if (us !== undefined) return us;

  const abroad = named ?? (country === "US" ? undefined : country);
  return { line1: rest.join(", "), ...(abroad === undefined ? {} : { country: abroad }) };
}

/** An address in columns; where no country stands, `brandCountry` is it, unless state and ZIP code say otherwise. */
export function addressOf(cells: AddressCells, brandCountry: string): Read<Address> {
  const countryText = partOf(cells.country);
  const named = countryText === undefined ? undefined : countryCodeOf(countryText);
  if (countryText !== undefined && named === undefined) {
    return new Unreadable(`${quote(countryText)} is no country; expected a name such as United States, or US`);
  }
  const address: Address = {};
  for (const part of ["line1", "line2", "city", "state", "zip"] as const) {
    const value = partOf(cells[part]);
    if (value !== undefined) address[part] = value;
  }
  const empty = Object.keys(address).length === 0;
  if (empty) return named === undefined ? undefined : { country: named };

  const country = named ?? likelyCountry(address, brandCountry);
  const completed = country === "US" ? withUsForms(address) : address;
  return country === undefined ? completed : { ...completed, country };
}

/** One part of an address; blank and masked ones are no value. */
function partOf(cell: string | undefined): string | undefined {
  if (cell === undefined || cell.includes("*") || isBlank(cell)) return undefined;
  return normalizeText(cell, LONGEST_PART);
}

/** Takes the country off the end. `CA` and the like there are states; the US may also follow the ZIP code directly. */
function takeCountry(parts: readonly string[]): { named?: string; rest: string[] } {
  const last = parts.at(-1) ?? "";
  const others = parts.slice(0, -1);
  const named = stateCodeOf(last) === undefined ? countryCodeOf(last) : undefined;
  if (named !== undefined) return { named, rest: others };
  const before = US_LAST.exec(last)?.[1];
  return before === undefined ? { rest: [...parts] } : { named: "US", rest: [...others, before] };
}

function likelyCountry({ state, zip }: Address, brandCountry: string): string | undefined {
  const code = state === undefined ? undefined : stateCodeOf(state);
  const usZip = zip === undefined ? undefined : usZipOf(zip, code);
  if (brandCountry === "US") {
    const elsewhere = code === undefined && usZip === undefined && (state !== undefined || zip !== undefined);
    return elsewhere ? undefined : "US";
  }
  const surelyUs = code !== undefined && zip !== undefined && FIVE_DIGITS.test(zip) && zipFitsState(zip, code);
  return surelyUs ? "US" : brandCountry;
}

/** The state as its code; a ZIP code that cannot be one is left out, so that the address is not taken for complete. */
function withUsForms({ zip, ...address }: Address): Address {
  const state = address.state === undefined ? undefined : (stateCodeOf(address.state) ?? address.state);
  const usZip = zip === undefined ? undefined : usZipOf(zip, state);
  return { ...address, ...(state === undefined ? {} : { state }), ...(usZip === undefined ? {} : { zip: usZip }) };
}
