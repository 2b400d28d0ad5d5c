import type { Account } from "./account.js";
import type { Ledger } from "./ledger.js";
import { moneyCell } from "./money-cell.js";
import { Permutation } from "./permutation.js";
import { isDue } from "./quota.js";
import { chance, randomOf, skewed, streamOf, whole } from "./random.js";
import { spellBlank, spellCount, spellHandle, spellMoney, spellRate, spellShortCount, spoilHandle } from "./spell.js";
import { momentBefore, spellFreeDay } from "./spell-time.js";
import type { Line } from "./write-csv.js";

const HEADER =
  "username,profile,followers,emv,gmv,platform,last_post,total_posts,likes,comments,shares,engagement,impressions".split(
    ",",
  );
const STREAM = streamOf("refunnel.csv");

/** Refunnel's list: one row a creator, a few of them twice, a total at the end. */
export function* refunnelLines(account: Account, ledger: Ledger): Generator<Line> {
  const { creators, repeated, rejected } = account.shape.refunnel;
  const order = new Permutation(creators, randomOf(account.seed, STREAM));
  ledger.note("file: CRLF");
  yield HEADER;
  for (let place = 0; place < creators; place += 1) {
    const rank = order.at(place);
    const creator = account.refunnel.creatorAt(rank);
    yield refunnelLine(account, ledger, creator, rank);
    if (isDue(place, creators, repeated)) {
      ledger.note("row: repeated");
      yield refunnelLine(account, ledger, creator, rank);
    }
    if (isDue(place, creators, rejected)) yield rejectedLine(account, ledger, creator);
  }
  ledger.note("row: total");
  yield ["Total", "", "", "$1,204,331.20", "$2,480,117.65", "", "", "51204", "9.2m", "311.8k", "", "", "240.6m"];
}

function refunnelLine(account: Account, ledger: Ledger, creator: number, rank: number): Line {
  const { handle } = account.person(creator);
  const random = randomOf(account.seed, STREAM, creator);
  const note = ledger.note.bind(ledger);
  const silent = rank % 89 === 4;
  const who = [spellHandle(handle, "free", random, note), `https://www.tiktok.com/@${handle}`];
  ledger.row("refunnel");
  ledger.mention("refunnel", creator, !silent);
  if (silent) return [...who, ...HEADER.slice(2).map(() => spellBlank(random, note))];

  const followers = 800 + skewed(random, 3_000_000);
  const short = (most: number) => spellShortCount(skewed(random, most), random, note);
  return [
    ...who,
    spellShortCount(followers, random, note),
    moneyCell(ledger, skewed(random, 80_000_00), { file: "refunnel", random, isWrong: rank % 311 === 2 }),
    chance(random, 0.5) ? spellBlank(random, note) : spellMoney(skewed(random, 60_000_00), random, note),
    "TikTok",
    spellFreeDay(momentBefore(300, random), random, note),
    spellCount(1 + whole(random, 40), random, note),
    short(900_000),
    short(40_000),
    chance(random, 0.2) ? spellBlank(random, note) : short(20_000),
    spellRate(random),
    short(9_000_000),
  ];
}

function rejectedLine(account: Account, ledger: Ledger, creator: number): Line {
  const random = randomOf(account.seed, STREAM, creator, 1);
  const note = ledger.note.bind(ledger);
  const handle = spoilHandle(account.person(creator).handle, ledger.files.refunnel.rejected + 1, random, note);
  ledger.rejectedRow("refunnel");
  return [handle, "", "1.2k", "$10.00", "", "TikTok", "", "1", "", "", "", "", ""];
}
