import type { Dirt } from "./dirt.js";
import { ADDRESS, EMAIL, type FileCount, type Ledger, MADE_FILES, NAME, PHONE } from "./ledger.js";

/**
 * What there is after all seven files were imported together, into an empty database, for the default brand.
 *
 * `rows` are data rows, the rejected ones among them: no header, description, total or blank line. `emails`, `phones`,
 * `addresses`: creators with a current one. `alternatives`: values that are kept beside a current one.
 */
export interface Expected {
  size: number;
  seed: number;
  files: ({ name: string } & FileCount)[];
  rows: number;
  creators: number;
  sightings: number;
  samples: number;
  videos: number;
  products: number;
  snapshots: number;
  emails: number;
  phones: number;
  verifiedPhones: number;
  addresses: number;
  alternatives: number;
  alternativesOf: { email: number; phone: number; name: number; address: number };
  rejectedRows: number;
  rejectedValues: number;
  /** How often each kind of dirt was written. */
  dirt: Record<Dirt, number>;
}

export function expectedOf(ledger: Ledger, size: number, seed: number): Expected {
  const files = MADE_FILES.map((name) => ({ name: `${name}.csv`, ...ledger.files[name] }));
  const alternativesOf = {
    email: total(ledger.read("email"), otherValues),
    phone: total(ledger.read("phone"), otherPhones),
    name: total(ledger.read("name"), (bits) => otherValues(bits & (NAME.own | NAME.another))),
    address: total(ledger.read("address"), (bits) => otherValues(bits & (ADDRESS.own | ADDRESS.another))),
  };
  const full = PHONE.own | PHONE.another;

  return {
    size,
    seed,
    files,
    rows: sum(files.map((file) => file.rows)),
    creators: total(ledger.read("mentioned"), isSet),
    sightings: total(ledger.read("mentioned"), countBits),
    samples: ledger.samples,
    videos: ledger.videos,
    products: ledger.products,
    snapshots: total(ledger.read("figures"), countBits),
    emails: total(ledger.read("email"), (bits) => isSet(bits & (EMAIL.own | EMAIL.another | EMAIL.forwarding))),
    phones: total(ledger.read("phone"), isSet),
    verifiedPhones: total(ledger.read("phone"), (bits) => isSet(bits & full)),
    addresses: total(ledger.read("address"), isSet),
    alternatives: sum(Object.values(alternativesOf)),
    alternativesOf,
    rejectedRows: sum(files.map((file) => file.rejected)),
    rejectedValues: sum(files.map((file) => file.rejectedValues)),
    dirt: { ...ledger.dirt, ...phoneDirt(ledger) },
  };
}

/** All values but the current one. A part of the own value is none of them: it lies within. */
function otherValues(bits: number): number {
  return Math.max(0, countBits(bits) - 1);
}

/**
 * A full phone is current where there is one; a mask that fits it says the same, one that does not is an alternative.
 * No creator has two full phones and a mask: which of the two is current, and so whether it fits, would hang on order.
 */
function otherPhones(bits: number): number {
  if (bits & PHONE.own) return countBits(bits & (PHONE.another | PHONE.anothersMask));
  if (bits & PHONE.another) return countBits(bits & PHONE.ownMask);
  return otherValues(bits);
}

function phoneDirt(ledger: Ledger): Partial<Record<Dirt, number>> {
  const phone = ledger.read("phone");
  return {
    "phone: full one over a fitting mask": total(phone, (bits) => Number((bits & 5) === (PHONE.own | PHONE.ownMask))),
    "phone: full one beside a mask that does not fit": total(phone, (bits) =>
      Number((bits & 9) === (PHONE.own | PHONE.anothersMask)),
    ),
  };
}

function total(page: Uint8Array, count: (bits: number) => number): number {
  let found = 0;
  for (const bits of page) found += count(bits);
  return found;
}

function isSet(bits: number): number {
  return bits === 0 ? 0 : 1;
}

function countBits(bits: number): number {
  let found = 0;
  for (let left = bits; left !== 0; left &= left - 1) found += 1;
  return found;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
