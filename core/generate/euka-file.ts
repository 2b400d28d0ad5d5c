import type { Account } from "./account.js";
import { productOf } from "./catalogue.js";
import { eukaAddress, eukaEmail, eukaPhone } from "./euka-contact.js";
import { EMAIL, type Ledger } from "./ledger.js";
import { moneyCell } from "./money-cell.js";
import { Permutation } from "./permutation.js";
import { forwardingEmail } from "./person.js";
import { isDue } from "./quota.js";
import { chance, type Random, randomOf, skewed, streamOf, whole } from "./random.js";
import { noted, spellBlank, spellCount, spellHandle, spoilHandle } from "./spell.js";
import type { Line } from "./write-csv.js";

const HEADER = ["handle", "email", "phone", "address", "products_sampled", "gmv", "video_count", "live_count"];
const STREAM = streamOf("euka.csv");

/** Euka's full export: one row a creator, some of them twice, a blank line at the end. */
export function* eukaLines(account: Account, ledger: Ledger): Generator<Line> {
  const { creators, repeated, rejected } = account.shape.euka;
  const order = new Permutation(creators, randomOf(account.seed, STREAM));
  let again = 0;
  yield HEADER;
  for (let place = 0; place < creators; place += 1) {
    yield eukaLine(account, ledger, order.at(place));
    if (isDue(place, creators, repeated)) {
      yield repeatedLine(account, ledger, order.at(place >> 1), again);
      again += 1;
    }
    if (isDue(place, creators, rejected)) yield rejectedLine(account, ledger, order.at(place));
  }
  ledger.note("row: blank at the end");
  yield [];
}

/** `email`: a cell to stand in place of the creator's own. */
function eukaLine(account: Account, ledger: Ledger, creator: number, email?: string): string[] {
  const person = account.person(creator);
  const random = randomOf(account.seed, STREAM, creator);
  const note = ledger.note.bind(ledger);
  const figures = (creator * 23) % 8 === 0 ? undefined : creator;
  ledger.row("euka");
  ledger.mention("euka", creator, figures !== undefined);
  return [
    spellHandle(person.handle, "free", random, note),
    email ?? eukaEmail(account, ledger, person, random),
    eukaPhone(account, ledger, person, random),
    eukaAddress(account, ledger, person, random),
    productsSampled(account, random, ledger),
    ...(figures === undefined
      ? [spellBlank(random, note), spellBlank(random, note), spellBlank(random, note)]
      : spellFigures(ledger, creator, random)),
  ];
}

/** Whoever has any figures has at least counts of videos and LIVEs. */
function spellFigures(ledger: Ledger, creator: number, random: Random): string[] {
  const note = ledger.note.bind(ledger);
  const cents = chance(random, 0.4) ? 0 : skewed(random, 90_000_00);
  return [
    moneyCell(ledger, cents, { file: "euka", random, isWrong: (creator * 59) % 499 === 7 }),
    spellCount(whole(random, 60), random, note),
    spellCount(whole(random, 9), random, note),
  ];
}

function productsSampled(account: Account, random: Random, ledger: Ledger): string {
  const note = ledger.note.bind(ledger);
  if (chance(random, 0.6)) return spellBlank(random, note);
  const product = () => productOf(account.seed, whole(random, Math.max(1, account.shape.products.products))).name;
  if (chance(random, 0.05)) return noted(`${product()}\n${product()}`, "text: line break", note);
  return chance(random, 0.5) ? product() : `${product()}, ${product()}`;
}

/** By turns: the very same row, the same spelled otherwise, one with another e-mail, one with a forwarding address. */
function repeatedLine(account: Account, ledger: Ledger, creator: number, turn: number): Line {
  const person = account.person(creator);
  ledger.note("row: repeated");
  if (turn % 4 === 2) {
    ledger.mark("email", creator, EMAIL.another);
    ledger.note("email: another one");
    return eukaLine(account, ledger, creator, account.stranger(person).email);
  }
  if (turn % 4 === 3) {
    ledger.mark("email", creator, EMAIL.forwarding);
    ledger.note("email: forwarding");
    return eukaLine(account, ledger, creator, forwardingEmail(person));
  }
  const line = eukaLine(account, ledger, creator);
  if (turn % 4 === 0) return line;
  const email = line[1] ?? "";
  return line.with(0, person.handle.toUpperCase()).with(1, email.includes("@") ? email.toUpperCase() : email);
}

function rejectedLine(account: Account, ledger: Ledger, creator: number): Line {
  const person = account.person(creator);
  const random = randomOf(account.seed, STREAM, creator, 1);
  const handle = spoilHandle(person.handle, ledger.files.euka.rejected, random, ledger.note.bind(ledger));
  ledger.rejectedRow("euka");
  return [handle, person.email, "", "", "", "", "", ""];
}
