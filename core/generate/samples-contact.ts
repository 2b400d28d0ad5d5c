import type { Account } from "./account.js";
import { ADDRESS, type Ledger, NAME, PHONE } from "./ledger.js";
import type { Address, Person } from "./person.js";
import { chance, type Random } from "./random.js";
import { spellBlank } from "./spell.js";
import { eatZero, maskPhone, shout, spellOutState, spellPhone } from "./spell-contact.js";
import { maskName, spellLostName, spellName } from "./spell-name.js";

/** To whom a parcel goes. `hidden`: TikTok ships it and masks them. `elsewhere`: one that the creator has sent away. */
export interface Parcel {
  person: Person;
  hidden: boolean;
  elsewhere: boolean;
  random: Random;
}

/** Recipient, phone and address of one row, told to the ledger as they are made. */
export function parcelCells(account: Account, ledger: Ledger, parcel: Parcel): Record<string, string> {
  return {
    Recipient: recipientCell(account, ledger, parcel),
    "Phone #": phoneCell(account, ledger, parcel),
    ...addressCells(account, ledger, parcel),
  };
}

function recipientCell(account: Account, ledger: Ledger, { person, hidden, elsewhere, random }: Parcel): string {
  const note = ledger.note.bind(ledger);
  if (hidden && chance(random, 0.3)) return maskName(person, note);
  const odd = account.odditiesOf(person.creator).name;
  if (odd === "another" && elsewhere) {
    ledger.mark("name", person.creator, NAME.another);
    note("name: another one");
    return spellName(account.stranger(person), random, note).recipient;
  }
  ledger.mark("name", person.creator, NAME.own);
  return (odd === "beyond-repair" ? spellLostName(person, note) : spellName(person, random, note)).recipient;
}

function phoneCell(account: Account, ledger: Ledger, { person, hidden, random }: Parcel): string {
  const note = ledger.note.bind(ledger);
  const odd = account.odditiesOf(person.creator).phone;
  if (odd === "none") return spellBlank(random, note);
  if (odd === "masked" || (hidden && odd !== "two")) {
    ledger.mark("phone", person.creator, PHONE.ownMask);
    return maskPhone(person.phone, note);
  }
  ledger.mark("phone", person.creator, PHONE.own);
  return spellPhone(person.phone, random, note);
}

function addressCells(account: Account, ledger: Ledger, parcel: Parcel): Record<string, string> {
  const { person, elsewhere, random } = parcel;
  const note = ledger.note.bind(ledger);
  const odd = account.odditiesOf(person.creator).address;
  const roll = random();
  // In its first hour an order has no address.
  if (roll < 0.008) return {};
  if (odd === "moved" && elsewhere) {
    ledger.mark("address", person.creator, ADDRESS.another);
    note("address: another one");
    return cellsOf(account.stranger(person).address);
  }
  const zero = person.address.zip.startsWith("0");
  // Euka's list abbreviates states, and so does the export for whom it names; a ZIP is mended by an abbreviated one.
  const short = zero || person.creator < account.shape.euka.creators;
  const address = short ? person.address : spellOutState(person.address, note);
  if (odd === "agreed" && roll < 0.014) {
    ledger.mark("address", person.creator, ADDRESS.part);
    note("address: part");
    return cellsOf({ ...address, line1: spellBlank(random, note), line2: "", zip: "" });
  }
  ledger.mark("address", person.creator, ADDRESS.own);
  if (zero) return cellsOf(roll < 0.3 ? eatZero(address, note) : address);
  return cellsOf(roll < 0.05 ? shout(address, note) : address);
}

function cellsOf({ line1, line2, city, state, zip }: Address): Record<string, string> {
  return {
    "Address Line 1": line1,
    "Address Line 2": line2,
    City: city,
    State: state,
    Zipcode: zip,
    Country: "United States",
  };
}
