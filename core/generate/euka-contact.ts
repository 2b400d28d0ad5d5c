import type { Account } from "./account.js";
import { ADDRESS, EMAIL, type Ledger, PHONE } from "./ledger.js";
import { forwardingEmail, type Person } from "./person.js";
import { chance, pick, type Random } from "./random.js";
import { noted, spellBlank } from "./spell.js";
import { eatZero, shout, spellAddress, spellEmails, spellPhone } from "./spell-contact.js";
import { FOREIGN_ADDRESSES } from "./words.js";

/** The contact cells of one creator's row in Euka's list, told to the ledger as they are made. */
export function eukaEmail(account: Account, ledger: Ledger, person: Person, random: Random): string {
  const note = ledger.note.bind(ledger);
  const turn = (person.creator * 29) % 97;
  if (!account.eukaHas("email", person.creator)) {
    if (turn < 2) return noted(`${person.email.slice(0, 1)}***@example.com`, "email: masked", note);
    if (turn < 4) return noted(placeholderOf(person, random), "email: placeholder", note);
    if (turn > 4) return spellBlank(random, note);
    ledger.rejectedValue("euka");
    return noted(person.email.replace("@", pick(random, ["", "@@", " at "])), "unreadable: wrong e-mail", note);
  }
  if (turn > 93) {
    ledger.mark("email", person.creator, EMAIL.forwarding);
    return noted(forwardingEmail(person), "email: forwarding", note);
  }
  ledger.mark("email", person.creator, EMAIL.own);
  return spellEmails(person.email, account.stranger(person).email, turn, note);
}

export function eukaPhone(account: Account, ledger: Ledger, person: Person, random: Random): string {
  const note = ledger.note.bind(ledger);
  if (!account.eukaHas("phone", person.creator)) return spellBlank(random, note);
  if (account.odditiesOf(person.creator).phone === "two") {
    ledger.mark("phone", person.creator, PHONE.another);
    note("phone: another one");
    return spellPhone(account.stranger(person).phone, random, note);
  }
  ledger.mark("phone", person.creator, PHONE.own);
  return spellPhone(person.phone, random, note);
}

/** Only who gets no parcels has an address that other sources could spell otherwise: abroad, or without commas. */
export function eukaAddress(account: Account, ledger: Ledger, person: Person, random: Random): string {
  const note = ledger.note.bind(ledger);
  if (!account.eukaHas("address", person.creator)) return spellBlank(random, note);
  const buyer = account.buyers.has(person.creator);
  if (account.odditiesOf(person.creator).address === "another") {
    ledger.mark("address", person.creator, ADDRESS.another);
    note("address: another one");
    return spellAddress(account.stranger(person).address);
  }
  ledger.mark("address", person.creator, ADDRESS.own);
  if (!buyer && person.creator % 53 === 0) return noted(pick(random, FOREIGN_ADDRESSES), "address: foreign", note);
  if (!buyer && chance(random, 0.25)) {
    return noted(spellAddress(person.address).replaceAll(",", ""), "address: without commas", note);
  }
  if (chance(random, 0.05)) return spellAddress(shout(person.address, note));
  return spellAddress(chance(random, 0.2) ? eatZero(person.address, note) : person.address);
}

/** Words and addresses that stand where an e-mail should. */
function placeholderOf(person: Person, random: Random): string {
  const name = person.email.slice(0, person.email.indexOf("@"));
  return pick(random, ["test", "unknown", "*", `${name}@temp.example.com`, `${name}@redirect.example.net`]);
}
