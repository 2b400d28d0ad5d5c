import type { Note } from "./dirt.js";
import type { Contact } from "./person.js";
import { chance, type Random } from "./random.js";

export interface NameCells {
  first: string;
  last: string;
  /** Both in one cell, as on a parcel. */
  recipient: string;
}

const SOFT_HYPHEN = "\u00AD";
const ACCENTED = /[^A-Za-z' -]/;

/** A whole name, now and then broken, in capitals or with a space too many: always the same name once mended. */
export function spellName(contact: Contact, random: Random, note: Note): NameCells {
  const [first, last] = [contact.first, contact.last];
  const roll = random();
  if (roll < 0.03) {
    note("name: other case and spacing");
    return {
      first: ` ${first.toUpperCase()}`,
      last: last.toUpperCase(),
      recipient: `${first}  ${last} `.toUpperCase(),
    };
  }
  if (roll > 0.08 || !ACCENTED.test(first + last)) return together(first, last);

  const broken = together(mojibake(first), mojibake(last));
  if (!broken.recipient.includes(SOFT_HYPHEN) || chance(random, 0.5)) {
    note("name: mojibake");
    return broken;
  }
  note("name: lost soft hyphen");
  return together(broken.first.replaceAll(SOFT_HYPHEN, ""), broken.last.replaceAll(SOFT_HYPHEN, ""));
}

/** The accented letters are gone for good; a name without any stays as it is. */
export function spellLostName(contact: Contact, note: Note): NameCells {
  const lost = (name: string) => name.replace(new RegExp(ACCENTED, "g"), "\uFFFD");
  if (ACCENTED.test(contact.first + contact.last)) note("name: beyond repair");
  return together(lost(contact.first), lost(contact.last));
}

/** `J*** D**`: says nothing. */
export function maskName(contact: Contact, note: Note): string {
  note("name: masked");
  return `${contact.first[0]}*** ${contact.last[0]}**`;
}

/** UTF-8 read as Windows-1252: `MartÃ­nez`. Every letter here lands on a printable one. */
function mojibake(name: string): string {
  return Buffer.from(name, "utf8").toString("latin1");
}

function together(first: string, last: string): NameCells {
  return { first, last, recipient: `${first} ${last}` };
}
