import type { Account } from "./account.js";
import { productOf, videoIdOf } from "./catalogue.js";
import type { Ledger } from "./ledger.js";
import { moneyCell } from "./money-cell.js";
import { Permutation } from "./permutation.js";
import { isDue, Quota } from "./quota.js";
import { chance, pick, type Random, randomOf, skewed, streamOf, whole } from "./random.js";
import { noted, spellBlank, spellCount, spellFloat, spellRate } from "./spell.js";
import { momentBefore, spellDay } from "./spell-time.js";
import { VIDEO_TITLES } from "./words.js";
import type { Line } from "./write-csv.js";

/** As TikTok heads it, the trailing space included. */
const HEADER = [
  "Video name",
  "Video link",
  "Video post date",
  "Creator username",
  "GMV",
  "Affiliate items sold ",
  "Affiliate shoppable video GMV",
  "Shoppable video avg. order value",
  "Est. commission",
  "Est. flat fee",
  "Affiliate orders",
  "Shoppable video impressions",
  "Affiliate CTR",
  "Shoppable video GPM",
  "Affiliate items refunded",
  "Affiliate refunded GMV",
  "Shoppable video comments",
  "Shoppable video likes",
  "Product ID",
  "Product name",
];
const STREAM = streamOf("videos.csv");
/** What TikTok was once seen to say of one video in two rows, in cents. */
const SEEN_TWICE = [16_686_39, 73_98] as const;

/** TikTok's video list: one row a video, a few of them again with other figures. */
export function* videoLines(account: Account, ledger: Ledger): Generator<Line> {
  const { videos, creators, repeated, rejected } = account.shape.videos;
  const owners = new Quota(videos, creators, 3);
  const order = new Permutation(videos, randomOf(account.seed, STREAM));
  let famous: number | undefined;
  yield HEADER;
  // The first that comes twice is known beforehand, for its first row says the larger sum.
  for (let place = 0; famous === undefined; place += 1) {
    if (isDue(place, videos, repeated)) famous = order.at(place >> 1);
  }
  const line = (video: number, place: number, copy: number) => {
    const creator = account.videoCreators.creatorAt(owners.ownerOf(video));
    return videoLine(account, ledger, {
      video,
      creator,
      place,
      copy,
      cents: video === famous ? SEEN_TWICE[copy] : undefined,
    });
  };
  for (let place = 0; place < videos; place += 1) {
    ledger.videos += 1;
    yield line(order.at(place), place, 0);
    if (isDue(place, videos, repeated)) {
      ledger.note("row: repeated with other figures");
      yield line(order.at(place >> 1), -1, 1);
    }
    if (isDue(place, videos, rejected)) yield rejectedLine(account, ledger, order.at(place));
  }
}

interface Row {
  video: number;
  creator: number;
  /** Where in the file, by which dirt is dealt; −1: none for this row. */
  place: number;
  copy: number;
  cents: number | undefined;
}

function videoLine(account: Account, ledger: Ledger, { video, creator, place, copy, cents }: Row): Line {
  const { handle } = account.person(creator);
  const facts = randomOf(account.seed, STREAM, video);
  const random = randomOf(account.seed, STREAM, video, copy + 1);
  const note = ledger.note.bind(ledger);
  const count = (number: number) => spellCount(number, random, note);
  const gmv = cents ?? (chance(random, 0.55) ? 0 : skewed(random, 20_000_00));
  const orders = Math.ceil(gmv / 2_400);
  ledger.row("videos");
  ledger.mention("videos", creator);
  return [
    titleCell(facts, ledger),
    `https://www.tiktok.com/@${handle}/video/${videoIdOf(video)}`,
    dayCell(ledger, momentBefore(400, facts), place),
    handle,
    moneyCell(ledger, gmv, { file: "videos", random, isWrong: place % 3001 === 7 }),
    count(orders + whole(random, 2)),
    "--",
    orders === 0 ? "--" : `$${(gmv / orders / 100).toFixed(2)}`,
    chance(random, 0.03) ? spellBlank(random, note) : `$${(Math.floor(gmv / 10) / 100).toFixed(2)}`,
    "--",
    count(orders),
    count(skewed(random, 2_000_000)),
    spellRate(random),
    "$0.00",
    "0",
    "$0.00",
    count(skewed(random, 4_000)),
    chance(random, 0.02) ? spellBlank(random, note) : count(skewed(random, 90_000)),
    ...productCells(account, ledger, facts, place),
  ];
}

function titleCell(facts: Random, ledger: Ledger): string {
  const title = pick(facts, VIDEO_TITLES);
  if (title.includes("\n")) ledger.note("text: line break");
  return title;
}

function dayCell(ledger: Ledger, moment: number, place: number): string {
  if (place % 2503 !== 13) return spellDay(moment);
  ledger.rejectedValue("videos");
  return noted("2026-02-30", "unreadable: impossible date", ledger.note.bind(ledger));
}

/** One in a hundred promotes a product that the shop's own list lacks. */
function productCells(account: Account, ledger: Ledger, facts: Random, place: number): [string, string] {
  const known = Math.max(1, account.shape.products.products);
  const product = productOf(account.seed, chance(facts, 0.01) ? known + whole(facts, 9) : whole(facts, known));
  if (place % 2003 !== 11) return [product.id, product.name];
  ledger.rejectedValue("videos");
  const cell = noted(spellFloat(product.id), "unreadable: product id in floating point", ledger.note.bind(ledger));
  return [cell, product.name];
}

function rejectedLine(account: Account, ledger: Ledger, video: number): Line {
  const random = randomOf(account.seed, STREAM, video, 3);
  const blank = ledger.files.videos.rejected % 2 === 0;
  ledger.note(blank ? "rejected: blank id" : "rejected: video link without an id");
  ledger.rejectedRow("videos");
  const link = blank ? pick(random, ["", "-", "N/A"]) : `https://vm.tiktok.com/ZM${whole(random, 1e6).toString(36)}/`;
  return HEADER.map((header) => (header === "Video link" ? link : header === "Video name" ? "deleted?" : ""));
}
