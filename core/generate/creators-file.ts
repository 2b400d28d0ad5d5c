import type { Account } from "./account.js";
import type { Ledger } from "./ledger.js";
import { moneyCell } from "./money-cell.js";
import { Permutation } from "./permutation.js";
import { isDue } from "./quota.js";
import { chance, randomOf, skewed, streamOf, whole } from "./random.js";
import { spellBlank, spellCount, spellHandle, spellMoney, spoilHandle } from "./spell.js";
import { RANGE_LINE } from "./spell-time.js";
import type { Line } from "./write-csv.js";

const HEADER = [
  "Creator name",
  "Creator-attributed GMV",
  "Refunds",
  "Attributed orders",
  "Creator-attributed items sold",
  "Items refunded",
  "AOV",
  "Videos",
  "LIVE streams",
  "Est. commission",
  "Samples shipped",
];
const STREAM = streamOf("creators.csv");

/** TikTok's creator data: the range of days, a blank line, the header, a summary, then one row a creator. */
export function* creatorLines(account: Account, ledger: Ledger): Generator<Line> {
  const { creators, repeated, rejected } = account.shape.creatorData;
  const order = new Permutation(creators, randomOf(account.seed, STREAM));
  ledger.note("file: date range before the header");
  ledger.note("row: total");
  yield [RANGE_LINE];
  yield [];
  yield HEADER;
  yield [
    "Summary",
    "$3,918,204.77",
    "$41,220.10",
    "161,022",
    "170,311",
    "1,204",
    "$24.33",
    "88,120",
    "4,310",
    "$391,820.48",
    "7,702",
  ];
  for (let place = 0; place < creators; place += 1) {
    const rank = order.at(place);
    const creator = account.creatorData.creatorAt(rank);
    yield creatorLine(account, ledger, creator, rank);
    if (isDue(place, creators, repeated)) {
      ledger.note("row: repeated");
      yield creatorLine(account, ledger, creator, rank);
    }
    if (isDue(place, creators, rejected)) yield rejectedLine(account, ledger, creator);
  }
}

function creatorLine(account: Account, ledger: Ledger, creator: number, rank: number): Line {
  const { handle } = account.person(creator);
  const random = randomOf(account.seed, STREAM, creator);
  const note = ledger.note.bind(ledger);
  const silent = rank % 97 === 5;
  const who = spellHandle(handle, "strict", random, note);
  ledger.row("creators");
  ledger.mention("creators", creator, !silent);
  if (silent) return [who, ...HEADER.slice(1).map(() => spellBlank(random, note))];

  const cents = chance(random, 0.35) ? 0 : skewed(random, 120_000_00);
  const orders = Math.ceil(cents / 2_400);
  const refunds = chance(random, 0.8) ? 0 : Math.floor(cents / 40);
  const money = (amount: number) => spellMoney(amount, random, note);
  const count = (number: number) => spellCount(number, random, note);
  return [
    who,
    money(cents),
    money(chance(random, 0.1) ? -refunds : refunds),
    count(orders),
    count(orders + whole(random, 3)),
    "0",
    orders === 0 ? "--" : `$${(cents / orders / 100).toFixed(2)}`,
    count(whole(random, 40)),
    count(chance(random, 0.9) ? 0 : whole(random, 12)),
    moneyCell(ledger, Math.floor(cents / 10), { file: "creators", random, isWrong: rank % 701 === 3 }),
    chance(random, 0.05) ? spellBlank(random, note) : count(whole(random, 4)),
  ];
}

function rejectedLine(account: Account, ledger: Ledger, creator: number): Line {
  const random = randomOf(account.seed, STREAM, creator, 1);
  const note = ledger.note.bind(ledger);
  const handle = spoilHandle(account.person(creator).handle, ledger.files.creators.rejected + 2, random, note);
  ledger.rejectedRow("creators");
  return [handle, "$0.00", "$0.00", "0", "0", "0", "--", "0", "0", "$0.00", "0"];
}
