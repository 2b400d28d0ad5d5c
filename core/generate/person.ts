import { CITIES, type City } from "./cities.js";
import { pick, type Random, randomOf, streamOf, whole } from "./random.js";
import { EMAIL_DOMAINS, FIRST_NAMES, HANDLE_WORDS, LAST_NAMES, STREET_KINDS, STREETS } from "./words.js";

export interface Address {
  line1: string;
  line2: string;
  city: string;
  state: string;
  zip: string;
}

/** What can be said of somebody: each value in the form that says it best. */
export interface Contact {
  first: string;
  last: string;
  email: string;
  /** Ten digits, without the country's. */
  phone: string;
  address: Address;
}

/** The truth about one made creator, from which every file is written. */
export interface Person extends Contact {
  creator: number;
  handle: string;
}

const PERSON = streamOf("person");
const STRANGER = streamOf("stranger");

/** The same person for the same seed and number, whenever asked. `handleNumber` is the creator's own. */
export function personOf(seed: number, creator: number, handleNumber: number): Person {
  const random = randomOf(seed, PERSON, creator);
  const first = pick(random, FIRST_NAMES);
  const last = pick(random, LAST_NAMES);
  const city = cityOf(creator);
  return {
    creator,
    first,
    last,
    handle: handleOf(random, plain(first), plain(last), handleNumber),
    email: `${emailName(random, plain(first), plain(last))}${creator + 10}@${pick(random, EMAIL_DOMAINS)}`,
    phone: `${city.areaCode}555${ownLine(creator)}`,
    address: addressOf(random, city),
  };
}

/**
 * Somebody else, whose details a file gives as the creator's: no value of theirs is equal to the creator's, a part of
 * it, or hidden by the same mask.
 */
export function strangerOf(seed: number, person: Person): Contact {
  const random = randomOf(seed, STRANGER, person.creator);
  const city = cityOf(person.creator + 1 + whole(random, CITIES.length - 1));
  return {
    first: another(random, FIRST_NAMES, person.first),
    last: another(random, LAST_NAMES, person.last),
    email: `contact.${pick(random, HANDLE_WORDS)}${person.creator + 10}@${pick(random, EMAIL_DOMAINS)}`,
    phone: `${city.areaCode}555${9900 + whole(random, 100)}`,
    address: addressOf(random, city),
  };
}

/** An address that hands letters on, as TikTok gives in place of the buyer's own. */
export function forwardingEmail(person: Person): string {
  return `v${(person.creator * 7919 + 104729).toString(36)}k@scs.tiktokw.us`;
}

/** Cities go round with the creators, so that `ownLine` counts the creators of one city. */
function cityOf(creator: number): City {
  const city = CITIES[creator % CITIES.length];
  if (city === undefined) throw new RangeError("There is at least one city.");
  return city;
}

/**
 * The last four digits, of the exchange 555, which rings nowhere: the hundred numbers kept for fiction first, then
 * enough others that up to 950,000 creators share none.
 */
function ownLine(creator: number): string {
  const turn = Math.floor(creator / CITIES.length);
  const line = turn < 100 ? 100 + ((turn * 37) % 100) : 1300 + (((turn - 100) * 37) % 8600);
  return String(line).padStart(4, "0");
}

function addressOf(random: Random, city: City): Address {
  const line1 = `${100 + whole(random, 9000)} ${pick(random, STREETS)} ${pick(random, STREET_KINDS)}`;
  const line2 = pick(random, ["", "", "", `Apt ${1 + whole(random, 60)}`, `Unit ${1 + whole(random, 30)}`]);
  const zip = city.zip3 + String(1 + whole(random, 60)).padStart(2, "0");
  return { line1, line2, city: city.name, state: city.state, zip };
}

function handleOf(random: Random, first: string, last: string, number: number): string {
  const word = pick(random, HANDLE_WORDS);
  const base = pick(random, [
    `${first}.${word}`,
    `${word}with${first}`,
    `${first}_${last}_`,
    `the${word}${first}`,
    `${first}${last}`,
    `${word}.by.${first}.`,
    `its${first}${word}`,
  ]);
  return `${base.slice(0, 17)}${number}`;
}

function emailName(random: Random, first: string, last: string): string {
  return pick(random, [`${first}.${last}`, `${first}${last}`, `${last}_${first}`, `hello.${first}`]);
}

/** Letters a to z only. */
function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

function another(random: Random, names: readonly [string, ...string[]], own: string): string {
  const place = names.indexOf(own);
  return names[(place + 1 + whole(random, names.length - 1)) % names.length] ?? names[0];
}
