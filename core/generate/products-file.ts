import type { Account } from "./account.js";
import { productOf } from "./catalogue.js";
import type { Ledger } from "./ledger.js";
import { moneyCell } from "./money-cell.js";
import { isDue } from "./quota.js";
import { type Random, randomOf, skewed, streamOf, whole } from "./random.js";
import { noted, spellCount, spellFloat, spellMoney } from "./spell.js";
import type { Line } from "./write-csv.js";

const HEADER = [
  "Product ID",
  "Product name",
  "Product category",
  "GMV",
  "Items sold",
  "Orders",
  "Video GMV",
  "LIVE GMV",
  "Product card GMV",
  "Shop tab GMV",
];
const STREAM = streamOf("products.csv");

/** TikTok's product analytics: one row a product. */
export function* productLines(account: Account, ledger: Ledger): Generator<Line> {
  const { products, repeated, rejected } = account.shape.products;
  yield HEADER;
  for (let number = 0; number < products; number += 1) {
    ledger.products += 1;
    ledger.row("products");
    yield productLine(account, ledger, number);

    if (isDue(number, products, repeated)) {
      ledger.row("products");
      ledger.note("row: repeated");
      yield productLine(account, ledger, number);
    }
    if (isDue(number, products, rejected)) {
      ledger.rejectedRow("products");
      yield [spoiltId(account, ledger, number), productOf(account.seed, number).name, ...HEADER.slice(2).map(() => "")];
    }
  }
}

function productLine(account: Account, ledger: Ledger, number: number): Line {
  const { id, name, category } = productOf(account.seed, number);
  const random = randomOf(account.seed, STREAM, number);
  const note = ledger.note.bind(ledger);
  const channels = [channel(random), channel(random), channel(random), channel(random)];
  const all = channels.reduce((gmv, cents) => gmv + cents, 0);
  return [
    noted(`${id}\t`, "id: tab behind", note),
    name,
    category,
    moneyCell(ledger, all, { file: "products", random, isWrong: number % 199 === 3 }),
    spellCount(Math.ceil(all / 1_900), random, note),
    spellCount(Math.ceil(all / 2_300), random, note),
    ...channels.map((cents) => spellMoney(cents, random, note)),
  ];
}

function channel(random: Random): number {
  return skewed(random, 60_000_00);
}

function spoiltId(account: Account, ledger: Ledger, number: number): string {
  const random = randomOf(account.seed, STREAM, number, 1);
  const note = ledger.note.bind(ledger);
  if (ledger.files.products.rejected % 2 === 1) {
    return noted(spellFloat(productOf(account.seed, number).id), "rejected: id in floating point", note);
  }
  return noted(["", "-", "null"][whole(random, 3)] ?? "", "rejected: blank id", note);
}
