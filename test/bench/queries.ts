import type { Connection } from "mongoose";
import { ownerActor } from "../../core/access/index.js";
import { changeMany, undoBatch } from "../../core/edits/index.js";
import { listRecords } from "../../core/lists/index.js";
import { lookUp } from "../../core/lookup/index.js";
import { askableFields, sortableFields } from "../../core/query/index.js";
import { OWNER } from "../support/as-owner.js";
import { type Line, type Spread, seconds, spread, spreadOf } from "./lines.js";

const REQUESTS = 500;
/** Rows of a page, as Slack shows them. */
const PAGE = 100;

/** What is asked for: of creators that there are. */
interface Known {
  handles: string[];
  parts: string[];
}

/** Times the questions that people ask of an account, one after another. */
export async function benchQueries(db: Connection): Promise<Line[]> {
  const known = await knownOf(db);
  const ping = await timed(() => db.db?.command({ ping: 1 }));
  const first = await timed((at) => list(db, `${pick(SINGLE, at)} sort:${pick(SORTS, at)}`));
  const deep = await deepPages(db);
  return [
    spread("a bare ping of the server", ping, {}),
    spread("lookup by handle", await lookups(db, known.handles), { p50: 2 * ping.p50, p99: ping.p99 + 3 }),
    spread(`first page of ${PAGE}, any single-field filter with any sort`, first, { p99: 20 }),
    spread("part of a handle or name", await lookups(db, known.parts), { p99: 10 }),
    spread("three-term filters, first page", await timed((at) => list(db, pick(THREE, at))), { p99: 40 }),
    spread("page 50 of a list", deep.fiftieth, { p50: Math.max(deep.first.p50 * 1.5, deep.first.p50 + 1) }),
    spread("exact count of a single-field filter", await timed((at) => count(db, pick(COUNTS, at))), { p99: 50 }),
    await bulkTag(db),
  ];
}

/** The same of very many creators. */
export async function benchMany(db: Connection, name: string): Promise<Line[]> {
  const known = await knownOf(db);
  const most = { p99: 30 };
  const alone = sortableFields("creators").map(({ name: field }) => `sort:${field}`);
  return [
    spread(`${name}: lookup by handle`, await lookups(db, known.handles), most),
    spread(`${name}: part of a handle or name`, await lookups(db, known.parts), most),
    spread(
      `${name}: a filter sorted by itself`,
      await timed((at) => list(db, pick([...THEMSELVES, ...alone], at))),
      most,
    ),
  ];
}

const SINGLE = askableFields("creators")
  .filter(({ kind }) => kind !== "sort")
  .flatMap(({ name, examples }) => (name === "segment" || name === "brand" ? [] : examples));
const SORTS = sortableFields("creators").flatMap(({ name }) => [name, `${name}-asc`]);
const THREE = [
  "gmv30:>1k sampled:<400d videos:0",
  "followers:>10k has:email -status:blocked sort:gmv",
  "state:CA,TX samples:>0 has:phone sort:followers",
  "badge:>=silver videos:>1 -has:phone sort:posted",
  "gmv:>100 followers:5k..50k has:verified-phone sort:sampled",
  "source:euka samples:0 followers:>1k sort:joined",
];
const COUNTS = ["followers:>10k", "has:email", "gmv:>100", "samples:>0", "state:CA", "videos:0", "source:euka"];
const THEMSELVES = [
  "gmv:>500 sort:gmv",
  "followers:>20k sort:followers",
  "samples:>1 sort:samples",
  "sampled:<400d sort:sampled",
];

const pick = <T>(of: readonly T[], at: number): T => of[at % of.length] as T;

const asked = (query: string) => ({
  list: "creators" as const,
  query,
  brandId: "default",
  actor: OWNER,
  zone: "UTC",
  now: new Date("2026-07-01T12:00:00Z"),
  limit: PAGE,
});
const list = (db: Connection, query: string, cursor?: string) => listRecords(db, { ...asked(query), cursor });
const count = (db: Connection, query: string) => listRecords(db, { ...asked(query), limit: 1, count: true });
const lookups = (db: Connection, words: readonly string[]) =>
  timed((at) => lookUp(db, pick(words, at), { brandId: "default", actor: OWNER }));

async function knownOf(db: Connection): Promise<Known> {
  const some = await db
    .collection<{ handle?: string; firstName?: string }>("creators")
    .aggregate<{ handle?: string; firstName?: string }>([{ $sample: { size: REQUESTS } }])
    .toArray();
  const handles = some.flatMap(({ handle }) => handle ?? []);
  const parts = some.flatMap(({ handle = "", firstName }, at) =>
    at % 2 === 0 && firstName ? firstName.slice(0, 5) : handle.slice(2, 8),
  );
  return { handles, parts: parts.filter((part) => part.length >= 4) };
}

/** A few beforehand, which are not counted: what is compiled and cached by then is so in any running Roster. */
async function timed(request: (at: number) => unknown): Promise<Spread> {
  for (let at = 0; at < REQUESTS / 5; at += 1) await request(at);
  const times: number[] = [];
  for (let at = 0; at < REQUESTS; at += 1) {
    const started = performance.now();
    await request(at);
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}

/** The first and the fiftieth page of the same lists. */
async function deepPages(db: Connection): Promise<{ first: Spread; fiftieth: Spread }> {
  const lists = ["sort:gmv", "sort:followers", "has:email sort:joined", "sort:handle"];
  const cursors = await Promise.all(
    lists.map(async (query) => {
      let cursor: string | undefined;
      for (let page = 1; page < 50; page += 1) cursor = (await list(db, query, cursor)).next ?? cursor;
      return cursor;
    }),
  );
  return {
    first: await timed((at) => list(db, pick(lists, at))),
    fiftieth: await timed((at) => list(db, pick(lists, at), pick(cursors, at))),
  };
}

/** Tags the 10,000 creators with the longest standing, and takes it back. */
async function bulkTag(db: Connection): Promise<Line> {
  const acting = { actor: ownerActor("bench"), now: new Date() };
  const { rows } = await listRecords(db, { ...asked("sort:followers"), limit: 1_000 });
  let query = "followers:>0";
  for (const floor of [100_000, 50_000, 20_000, 10_000, 8_000, 6_000, 5_000, 4_000, 3_000, 2_000, 1_000]) {
    query = `followers:>${floor}`;
    if ((await count(db, query)).total >= 10_000 || rows.length === 0) break;
  }
  const started = performance.now();
  const { batch = "", selected } = await changeMany(db, query, { kind: "tag", add: ["bench"], remove: [] }, acting);
  const took = (performance.now() - started) / 1_000;
  await undoBatch(db, batch, acting);
  const of10k = (took * 10_000) / Math.max(selected, 1);
  return {
    what: `bulk tag of 10,000 creators (${selected} tagged in ${seconds(took)})`,
    measured: seconds(of10k),
    target: "at most 3 s",
    met: of10k <= 3,
  };
}
