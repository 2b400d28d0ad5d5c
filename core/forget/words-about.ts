import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Creator } from "../creators/creator.js";
import { askableFields } from "../query/index.js";
import { type CreatorKey, handleOf, userIdOf } from "../sightings/sighting.js";
import { escapePattern } from "../text/escape-pattern.js";

/** What identifies somebody in words that people wrote. */
export interface Named {
  keys: readonly CreatorKey[];
  emails: readonly string[];
  /** In full, E.164. */
  phones: readonly string[];
  /** First and last name together; of a name that others have too there is none. */
  names: readonly string[];
}

/** Stands in place of a handle, an e-mail address or a name; of digits, so that a query by them stays one. */
const IN_PLACE = "forgotten";
const IN_PLACE_OF_DIGITS = "000";

/** Everything that names a creator, as far as it is stored: values that are not current too. */
export function namedBy({ values, edited }: Pick<Creator, "values" | "edited">, keys: readonly CreatorKey[]): Named {
  const emails = [
    ...(values.email ?? []).map(({ value }) => value),
    ...(edited.email?.value ? [edited.email.value] : []),
  ];
  const phones = [
    ...(values.phone ?? []).map(({ value }) => value),
    ...(edited.phone?.value ? [edited.phone.value] : []),
  ];
  const names = [...(values.name ?? []).map(({ value }) => value), ...(edited.name?.value ? [edited.name.value] : [])];
  return {
    keys,
    emails: [...new Set(emails)],
    phones: [...new Set(phones.filter((phone) => !phone.includes("*")))],
    names: [...new Set(names.flatMap(({ first, last }) => (first && last ? [`${first} ${last}`] : [])))],
  };
}

/** Puts neutral words where a text, such as a query or a note, names somebody. */
export function wordsWithout({ keys, emails, phones, names }: Named): (text: string) => string {
  const handles = keys.flatMap((key) => handleOf(key) ?? []);
  const userIds = keys.flatMap((key) => userIdOf(key) ?? []);
  const patterns: [RegExp, string][] = [
    ...emails.map((email): [RegExp, string] => [wordPattern(escapePattern(email), "\\p{L}\\p{N}_.+-"), IN_PLACE]),
    ...handles.map((handle): [RegExp, string] => [
      wordPattern(NOT_ASKED + escapePattern(handle), "\\p{L}\\p{N}_."),
      IN_PLACE,
    ]),
    ...names.map((name): [RegExp, string] => [wordPattern(looseName(name), "\\p{L}\\p{N}"), IN_PLACE]),
    ...phones.map((phone): [RegExp, string] => [wordPattern(looseDigits(phone), "\\d"), IN_PLACE_OF_DIGITS]),
    ...userIds.map((id): [RegExp, string] => [wordPattern(id, "\\d"), IN_PLACE_OF_DIGITS]),
  ];
  return (text) => {
    const apart = text.normalize("NFD");
    const erased = patterns.reduce((left, [pattern, inPlace]) => left.replace(pattern, inPlace), apart);
    return erased === apart ? text : erased.normalize("NFC");
  };
}

/** A word by itself: nothing of `letters` beside it, but for a full stop at the end. */
const wordPattern = (pattern: string, letters: string): RegExp =>
  new RegExp(`(?<![${letters}])${pattern}(?![${letters.replace(".", "")}]|\\.[${letters}])`, "giu");

/** `tag:mia` asks for a tag, whoever is called `mia`. */
const NOT_ASKED = `(?<!(?:${askableFields("creators")
  .filter(({ kind }) => kind !== "text")
  .flatMap(({ name, aliases = [] }) => [name, ...aliases])
  .join("|")}):\\S*)`;

/** With or without its accents, any spaces between its words. */
const looseName = (name: string): string =>
  [...name.normalize("NFD").replace(/\p{Mn}+/gu, "")]
    .map((letter) => (/\s/.test(letter) ? "\\s+" : `${escapePattern(letter)}\\p{Mn}*`))
    .join("");

/** However its digits are grouped, with or without the code of its country. */
function looseDigits(phone: string): string {
  const number = parsePhoneNumberFromString(phone);
  const grouped = (digits: string) => [...digits].join("[\\s().-]*");
  if (number === undefined) return `\\+?${grouped(phone.replace(/\D/g, ""))}`;
  return `(?:\\+?${grouped(number.countryCallingCode)}[\\s().-]*|\\(?0)?\\(?${grouped(number.nationalNumber)}`;
}
