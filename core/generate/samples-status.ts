import type { Ledger } from "./ledger.js";
import { chance, pick, type Random, whole } from "./random.js";
import { noted } from "./spell.js";
import { DAY, momentBefore, spellOrderTime } from "./spell-time.js";

/** TikTok's words for pending, shipped, delivered and cancelled. */
const STATUS_WORDS = [
  ["To ship", "Awaiting shipment", "Awaiting collection"],
  ["Shipped", "In transit"],
  ["Delivered", "Completed"],
  ["Cancelled", "Canceled"],
] as const;
const CANCELLED = 3;

/** What became of one sample, and when. */
export interface Life {
  /** The furthest stage, as an index of `STATUS_WORDS`. */
  last: number;
  /** Some exports begin with the newest row. */
  newestFirst: boolean;
  ordered: number;
  shipped: number;
  delivered: number;
}

export function lifeOf(random: Random): Life {
  const roll = random();
  // A parcel takes up to eight days, and none arrives after the export.
  const ordered = momentBefore(420, random) - 8 * DAY;
  const shipped = ordered + DAY / 2 + whole(random, 2 * DAY);
  return {
    last: roll < 0.08 ? 0 : roll < 0.18 ? 1 : roll < 0.9 ? 2 : CANCELLED,
    newestFirst: chance(random, 0.15),
    ordered,
    shipped,
    delivered: shipped + DAY + whole(random, 4 * DAY),
  };
}

/** How far the sample had come by this row of its: one step a row, the last row says the end. */
export function stageAt(life: Life, turn: number, turns: number): number {
  const step = life.newestFirst ? turns - 1 - turn : turn;
  if (step === turns - 1) return life.last;
  return Math.min(step, life.last === CANCELLED ? 1 : life.last);
}

/** Now and then a word that nobody knows, which costs its value. */
export function statusCell(ledger: Ledger, stage: number, random: Random, row: number): string {
  if (row % 1009 === 17) {
    ledger.rejectedValue("samples");
    return noted(pick(random, ["Escalated", "Archived"]), "unreadable: order status", ledger.note.bind(ledger));
  }
  const [first = "", ...others] = STATUS_WORDS[stage] ?? STATUS_WORDS[0];
  return pick(random, [first, ...others]);
}

/** Created, shipped and delivered, as far as the sample has come; months before days throughout. */
export function timeCells(ledger: Ledger, life: Life, stage: number, row: number): Record<string, string> {
  const reached = (from: number) => stage >= from && stage !== CANCELLED;
  const cells = {
    "Created Time": spellOrderTime(life.ordered),
    "Shipped Time": reached(1) ? spellOrderTime(life.shipped) : "\t",
    "Delivered Time": reached(2) ? spellOrderTime(life.delivered) : "\t",
  };
  if (row % 1511 !== 5) return cells;
  ledger.rejectedValue("samples");
  ledger.note("unreadable: impossible date");
  return { ...cells, "Created Time": "02/30/2026 7:47:37 AM\t" };
}
