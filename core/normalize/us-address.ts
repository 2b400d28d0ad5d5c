import type { Address } from "../creators/creator.js";
import { splitParts } from "./street-line.js";
import { stateCodeOf, zipFitsState } from "./us-states.js";
import { usZipOf } from "./zip.js";

/** A ZIP code, or what a spreadsheet left of one, at the end of an address. */
const ZIP_LAST = /^(?:(.*\S)[\s,]+)?(\d{3,5}(?:-\d{4})?)$/;
/** The longest state's name, Northern Mariana Islands, has three words. */
const MOST_STATE_WORDS = 3;
const UPPER_CASE = /^[A-Z]{2}$/;

/**
 * Reads the comma-divided parts of an address in the US, or gives `undefined` where it is not surely one.
 *
 * It is one when it ends with a state, and a ZIP code or a city; with `strict`, only with a ZIP code of that state:
 * `MI 20121` is Milan. The library parsers for this were tried and guess: 55 Lake Shore Dr East Lansing became Lansing.
 */
export function readUsAddress(parts: readonly string[], strict: boolean): Address | undefined {
  const zipped = takeZip(parts);
  const { state, rest } = takeState(zipped.rest, zipped.zip !== undefined);
  if (state === undefined) return undefined;

  const zip = zipped.zip === undefined ? undefined : usZipOf(zipped.zip, state);
  if (zip === undefined && zipped.zip !== undefined) return undefined;
  if (strict && (zip === undefined || !zipFitsState(zip, state))) return undefined;
  if (rest.length === 0) return zip === undefined ? undefined : { state, zip, country: "US" };

  const split = splitParts(rest);
  if (split === undefined && zip === undefined) return undefined;
  return { ...(split ?? { line1: rest.join(", ") }), state, ...(zip === undefined ? {} : { zip }), country: "US" };
}

function takeZip(parts: readonly string[]): { zip?: string; rest: string[] } {
  const match = ZIP_LAST.exec(parts.at(-1) ?? "");
  if (match === null) return { rest: [...parts] };
  return { zip: match[2], rest: [...parts.slice(0, -1), ...(match[1] === undefined ? [] : [match[1]])] };
}

/** Takes the state off the end: a part of its own, or the last words of one. */
function takeState(parts: readonly string[], beforeZip: boolean): { state?: string; rest: string[] } {
  const last = parts.at(-1) ?? "";
  const whole = stateCodeOf(last);
  if (whole !== undefined && (beforeZip || parts.length > 1)) return { state: whole, rest: parts.slice(0, -1) };

  const words = last.split(" ");
  for (let count = Math.min(MOST_STATE_WORDS, words.length - 1); count > 0; count -= 1) {
    const ending = words.slice(-count).join(" ");
    const state = stateCodeOf(ending);
    // Without a ZIP code after it, "or" or "in" at the end is a word.
    if (state === undefined || (!beforeZip && ending.length === 2 && !UPPER_CASE.test(ending))) continue;
    return { state, rest: [...parts.slice(0, -1), words.slice(0, -count).join(" ")] };
  }
  return { rest: [...parts] };
}
