import { STATE_NAMES } from "./cities.js";
import type { Note } from "./dirt.js";
import type { Address } from "./person.js";
import { chance, pick, type Random, whole } from "./random.js";
import { noted } from "./spell.js";

/** Ten digits in any of the spellings that people use. */
export function spellPhone(phone: string, random: Random, note: Note): string {
  const [area, exchange, line] = [phone.slice(0, 3), phone.slice(3, 6), phone.slice(6)];
  if (chance(random, 0.4)) return `(+1)${phone}`;
  if (chance(random, 0.03)) {
    return noted(`(${area}) ${exchange}-${line} ext. ${1 + whole(random, 90)}`, "phone: extension", note);
  }
  const spelling = pick(random, [
    `(${area}) ${exchange}-${line}`,
    `+1 ${area} ${exchange} ${line}`,
    `1-${area}-${exchange}-${line}`,
    `${area}.${exchange}.${line}`,
    `+1${phone}`,
    phone,
  ]);
  return noted(spelling, "phone: other spelling", note);
}

/** `(+1)832*****59`. */
export function maskPhone(phone: string, note: Note): string {
  return noted(`(+1)${phone.slice(0, 3)}*****${phone.slice(-2)}`, "phone: masked", note);
}

/** "123 Main St, Apt 4, Austin, TX 78701". */
export function spellAddress(address: Address): string {
  const { line1, line2, city, state, zip } = address;
  return [line1, line2, city, `${state} ${zip}`].filter((part) => part !== "").join(", ");
}

/** What a spreadsheet makes of a ZIP that begins with zero; others stay as they are. */
export function eatZero(address: Address, note: Note): Address {
  if (!address.zip.startsWith("0")) return address;
  note("address: ZIP without its zero");
  return { ...address, zip: address.zip.slice(1) };
}

export function spellOutState(address: Address, note: Note): Address {
  note("address: state spelled out");
  return { ...address, state: STATE_NAMES[address.state] ?? address.state };
}

/** The same address in capitals. */
export function shout(address: Address, note: Note): Address {
  note("address: other case");
  const upper = (part: string) => part.toUpperCase();
  return { ...address, line1: upper(address.line1), line2: upper(address.line2), city: upper(address.city) };
}

/** Several or other spellings of one address: what is read is the first, in lower case. */
export function spellEmails(email: string, spare: string, turn: number, note: Note): string {
  if (turn < 2) return noted(`${email}; ${spare}`, "email: several in a cell", note);
  if (turn < 4) return noted(`${email}, ${spare}`, "email: several in a cell", note);
  return turn < 9 ? noted(` ${email.toUpperCase()} `, "email: other case", note) : email;
}
