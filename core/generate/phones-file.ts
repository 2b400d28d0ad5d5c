import type { Account, Oddities } from "./account.js";
import { type Ledger, NAME, PHONE } from "./ledger.js";
import { Permutation } from "./permutation.js";
import type { Person } from "./person.js";
import { isDue, Quota } from "./quota.js";
import { chance, type Random, randomOf, streamOf } from "./random.js";
import { noted, spellBlank, spellFloat, spellHandle, spoilHandle } from "./spell.js";
import { maskPhone, spellPhone } from "./spell-contact.js";
import { maskName, spellLostName, spellName } from "./spell-name.js";
import type { Line } from "./write-csv.js";

const HEADER = ["Username", "Recipient", "First Name", "Last Name", "Phone #"];
const STREAM = streamOf("phones.csv");

interface Row {
  person: Person;
  odd: Oddities;
  /** Which of the creator's rows this is, from 0. */
  turn: number;
  random: Random;
}

/** The list of phones: one or more rows a creator, spread over the file; two blank lines at the end. */
export function* phoneLines(account: Account, ledger: Ledger): Generator<Line> {
  const { rows, creators, rejected } = account.shape.phones;
  const quota = new Quota(rows - rejected, creators, 2);
  const order = new Permutation(creators, randomOf(account.seed, STREAM));
  let written = 0;
  ledger.note("file: BOM");
  yield HEADER;
  for (let turn = 0; turn < quota.most; turn += 1) {
    for (let place = 0; place < creators; place += 1) {
      const rank = order.at(place);
      if (turn >= quota.countOf(rank)) continue;
      const creator = account.phones.creatorAt(rank);
      yield phoneLine(account, ledger, creator, turn);
      if (isDue(written, rows - rejected, rejected)) yield rejectedLine(account, ledger, creator);
      written += 1;
    }
  }
  for (let blank = 0; blank < 2; blank += 1) {
    ledger.note("row: blank at the end");
    yield [];
  }
}

function phoneLine(account: Account, ledger: Ledger, creator: number, turn: number): Line {
  const note = ledger.note.bind(ledger);
  // Every so often a row is the one before it once more.
  const again = turn > 0 && randomOf(account.seed, STREAM, creator, turn, 1)() < 0.1;
  if (again) note("row: repeated");
  const told = again ? turn - 1 : turn;
  const row = {
    person: account.person(creator),
    odd: account.odditiesOf(creator),
    turn: told,
    random: randomOf(account.seed, STREAM, creator, told),
  };
  ledger.row("phones");
  ledger.mention("phones", creator);
  return [
    spellHandle(row.person.handle, chance(row.random, 0.2) ? "free" : "strict", row.random, note),
    ...nameCells(account, ledger, row),
    phoneCell(account, ledger, row),
  ];
}

/** Recipient, first name, last name. */
function nameCells(account: Account, ledger: Ledger, { person, odd, turn, random }: Row): [string, string, string] {
  const note = ledger.note.bind(ledger);
  const say = (bit: number) => ledger.mark("name", person.creator, bit);
  const roll = random();
  if (odd.name === "agreed") {
    if (roll < 0.02) return [maskName(person, note), spellBlank(random, note), spellBlank(random, note)];
    if (roll < 0.04) return [spellBlank(random, note), spellBlank(random, note), spellBlank(random, note)];
    if (roll < 0.07) {
      say(NAME.part);
      return [spellBlank(random, note), noted(person.first, "name: first only", note), spellBlank(random, note)];
    }
  }
  const { first, last, recipient } =
    odd.name === "beyond-repair" ? spellLostName(person, note) : spellName(person, random, note);
  say(NAME.own);
  if (odd.name !== "another" || turn > 0) return [recipient, first, last];
  say(NAME.another);
  note("name: another one");
  return [spellName(account.stranger(person), random, note).recipient, first, last];
}

function phoneCell(account: Account, ledger: Ledger, { person, odd, turn, random }: Row): string {
  const note = ledger.note.bind(ledger);
  const say = (bit: number) => ledger.mark("phone", person.creator, bit);
  if (odd.phone === "none") return spellBlank(random, note);
  if (odd.phone === "two" && turn % 2 === 1) {
    say(PHONE.another);
    note("phone: another one");
    return spellPhone(account.stranger(person).phone, random, note);
  }
  if (odd.phone === "anothers-mask" && turn === 0) {
    say(PHONE.anothersMask);
    return maskPhone(account.stranger(person).phone, note);
  }
  if (odd.phone === "full" && chance(random, 0.005)) {
    ledger.rejectedValue("phones");
    return noted(spellFloat(person.phone), "unreadable: phone in floating point", note);
  }
  if (odd.phone === "masked" || (odd.phone === "full" && chance(random, 0.3))) {
    say(PHONE.ownMask);
    return maskPhone(person.phone, note);
  }
  say(PHONE.own);
  return spellPhone(person.phone, random, note);
}

function rejectedLine(account: Account, ledger: Ledger, creator: number): Line {
  const { handle, first, last } = account.person(creator);
  const random = randomOf(account.seed, STREAM, creator, 0, 2);
  const spoilt = spoilHandle(handle, ledger.files.phones.rejected, random, ledger.note.bind(ledger));
  ledger.rejectedRow("phones");
  return [spoilt, `${first} ${last}`, first, last, ""];
}
