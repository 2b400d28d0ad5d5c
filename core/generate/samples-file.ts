import type { Account } from "./account.js";
import { orderIdOf, productOf, SKU_KINDS, skuOf } from "./catalogue.js";
import type { Note } from "./dirt.js";
import type { Ledger } from "./ledger.js";
import { Permutation } from "./permutation.js";
import { isDue, Quota } from "./quota.js";
import { chance, type Random, randomOf, streamOf, whole } from "./random.js";
import { ORDER_DESCRIPTIONS, ORDER_HEADER, orderLine } from "./samples-columns.js";
import { parcelCells } from "./samples-contact.js";
import { spoiltOrderLine } from "./samples-spoilt.js";
import { lifeOf, stageAt, statusCell, timeCells } from "./samples-status.js";
import { noted } from "./spell.js";
import type { Line } from "./write-csv.js";

const STREAM = streamOf("samples.csv");

/** One free product line of one order, and which of the buyer's it is, from 0. */
interface Sample {
  number: number;
  nth: number;
  creator: number;
  orderId: string;
  product: number;
  sku: { id: string; sellerSku: string; variation: string };
}

/** TikTok's order export: descriptions below the header, each sample in one or more rows, further on in later ones. */
export function* sampleLines(account: Account, ledger: Ledger): Generator<Line> {
  const { rows, samples, buyers, rejected } = account.shape.samples;
  const owners = new Quota(samples, buyers, 2);
  const repeats = new Quota(rows - rejected, samples, 1);
  const order = new Permutation(samples, randomOf(account.seed, STREAM));
  const dealt = new Permutation(samples, randomOf(account.seed, STREAM, 1));
  let written = 0;
  ledger.note("row: column descriptions");
  yield ORDER_HEADER;
  yield ORDER_DESCRIPTIONS;
  for (let turn = 0; turn < repeats.most; turn += 1) {
    for (let place = 0; place < samples; place += 1) {
      const number = order.at(place);
      const turns = repeats.countOf(dealt.at(number));
      if (turn >= turns) continue;
      const sample = sampleOf(account, owners, number);
      if (turn === 0) ledger.samples += 1;
      yield sampleLine(account, ledger, sample, { turn, turns, row: written });
      if (isDue(written, rows - rejected, rejected)) yield spoiltOrderLine(account, ledger, sample.creator, number);
      written += 1;
    }
  }
}

/** Every seventh of a buyer's shares the order of the one before, with a product of its own. */
function sampleOf(account: Account, owners: Quota, number: number): Sample {
  const owner = owners.ownerOf(number);
  const start = owners.startOf(owner);
  const nth = number - start;
  const product = (owner * 31 + nth * 7 + (nth >> 4)) % Math.max(1, account.shape.products.products);
  return {
    number,
    nth,
    creator: account.buyers.creatorAt(owner),
    orderId: orderIdOf(nth % 7 === 1 ? number - 1 : number),
    product,
    sku: skuOf(product, nth % SKU_KINDS),
  };
}

interface Turn {
  /** Which of the sample's rows this is, of how many. */
  turn: number;
  turns: number;
  /** Where in the file, by which dirt is dealt. */
  row: number;
}

function sampleLine(account: Account, ledger: Ledger, sample: Sample, { turn, turns, row }: Turn): Line {
  const facts = randomOf(account.seed, STREAM, sample.number);
  const random = randomOf(account.seed, STREAM, sample.number, turn + 1);
  const note = ledger.note.bind(ledger);
  const person = account.person(sample.creator);
  const { name, category } = productOf(account.seed, sample.product);
  const life = lifeOf(facts);
  const stage = stageAt(life, turn, turns);
  const hidden = chance(facts, 0.55);
  ledger.row("samples");
  ledger.mention("samples", sample.creator);
  if (turn > 0 && stage > stageAt(life, turn - 1, turns)) note("row: sample again, further on");
  return orderLine({
    "Order ID": noted(`${sample.orderId}\t`, "id: tab behind", note),
    "Order Status": statusCell(ledger, stage, random, row),
    "Normal or Pre-order": "Normal",
    "SKU ID": `${sample.sku.id}\t`,
    "Seller SKU": sample.sku.sellerSku,
    "Product Name": name,
    Variation: sample.sku.variation,
    Quantity: chance(facts, 0.04) ? String(2 + whole(facts, 2)) : "1",
    "Sku Quantity of return": "0",
    "SKU Unit Original Price": "0",
    "Order Amount": "0",
    ...timeCells(ledger, life, stage, row),
    "Fulfillment Type": hidden ? "Fulfillment by TikTok" : "Fulfillment by seller",
    "Buyer Username": person.handle,
    ...parcelCells(account, ledger, { person, hidden, elsewhere: sample.nth % 2 === 1, random }),
    "Delivery Instruction": instructionCell(facts, note),
    "Product Category": category,
  });
}

function instructionCell(facts: Random, note: Note): string {
  if (chance(facts, 0.9)) return "";
  if (chance(facts, 0.8)) return "Leave at the front door, please";
  return noted("Gate code on request\nRing twice", "text: line break", note);
}
