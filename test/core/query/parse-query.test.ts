import { describe, expect, it } from "vitest";
import { type ListName, parseQuery, printQuery, readQuery } from "../../../core/query/index.js";
import { meaningOf } from "./meaning.js";

/** The query, and its canonical form where that is another. */
type Row = [query: string, canonical?: string];

function reads(list: ListName, rows: Row[]): void {
  for (const [query, canonical = query] of rows) {
    it(query || "(nothing)", () => {
      const parsed = readQuery(query, list);
      expect(printQuery(parsed)).toBe(canonical);
      expect(meaningOf(readQuery(canonical, list))).toEqual(meaningOf(parsed));
    });
  }
}

describe("words", () => {
  reads("creators", [
    [""],
    ["   ", ""],
    ["mia"],
    ["mia cruz"],
    ["mia  AND\tcruz", "mia cruz"],
    ["@mia.glow"],
    ["Mia"],
    ["mia@example.com"],
    [
      "https://www.tiktok.com/@mia.glow/video/7310045632098765432",
      '"https://www.tiktok.com/@mia.glow/video/7310045632098765432"',
    ],
    ['"glow serum"'],
    ["“glow serum”", '"glow serum"'],
    ['"mia"', "mia"],
    ['"say \\"hi\\" \\\\ there"'],
    ["back\\slash", '"back\\\\slash"'],
    ["mia,ana"],
    ["mia, ana", "mia,ana"],
    ["*glow*"],
    ['"*glow*"'],
    ["mia*01"],
    ["*"],
    ["or"],
    ['"OR"'],
    ['"NOT" "AND"'],
    ["Oregon ANDROID NOTES", "Oregon ANDROID NOTES"],
    ["3:30", '"3:30"'],
    ["<3", '"<3"'],
    ['"handle:mia"'],
    ["Zoë 石井 мария"],
    ["\u{1d4c2}\u{1d4be}\u{1d4b6}"],
    ["glow-serum"],
    ['"-blocked"'],
  ]);
});

describe("AND, OR, NOT, parentheses", () => {
  reads("creators", [
    ["a b OR c"],
    ["(a b) OR c", "a b OR c"],
    ["a (b OR c)"],
    ["a AND (b OR c) AND d", "a (b OR c) d"],
    ["((a))", "a"],
    ["(a (b c))", "a b c"],
    ["a OR (b OR c)", "a OR b OR c"],
    ["-a"],
    ["NOT a", "-a"],
    ["NOT (a b)", "-(a b)"],
    ["-(a OR b) c"],
    ["--a"],
    ["NOT -a", "--a"],
    ["-NOT a", "--a"],
    ['-"glow serum"'],
    ["-status:blocked"],
    ["a OR -b"],
    ["tag:vip(a OR b)", "tag:vip (a OR b)"],
    [
      'gmv30:>5k sampled:<30d videos:0 has:email -status:blocked state:CA,TX "glow serum"  sort:gmv',
      'gmv30:>5k sampled:<30d videos:0 has:email -status:blocked state:CA,TX "glow serum" sort:gmv',
    ],
  ]);
});

describe("texts", () => {
  reads("creators", [
    ["handle:mia"],
    ["HANDLE:Mia", "handle:Mia"],
    ["username:mia", "handle:mia"],
    ["handle:*glow*"],
    ["handle:=mia.glow"],
    ['handle:="mia"', "handle:=mia"],
    ["handle:@mia,ana"],
    ["handle:*"],
    ['name:"mia cruz"'],
    ["email:gmail"],
    ["email:*@gmail.com"],
    ["phone:832555"],
    ['phone:"(832) 555"'],
    ["phone:+1832*59"],
    ['city:"new york"'],
    ['notes:"free shipping"'],
    ["note:late", "notes:late"],
  ]);
});

describe("sets", () => {
  reads("creators", [
    ["badge:gold"],
    ["badge:GOLD", "badge:gold"],
    ["badge:>=gold"],
    ["badge:<silver"],
    ["badge:silver..ruby"],
    ["badge:silver..", "badge:>=silver"],
    ["badge:bronze,>=ruby"],
    ["brand:Glow", "brand:glow"],
    ["status:active,inactive"],
    ["tag:VIP", "tag:vip"],
    ['tag:"top seller",vip'],
    ["tag:$where", 'tag:"$where"'],
    ["state:ca", "state:CA"],
    ["state:CA, TX", "state:CA,TX"],
    ["state:OR"],
    ["state:IN,OR"],
    ["country:us", "country:US"],
    ["source:euka"],
    ['product:"glow serum"'],
    ["product:1729382476852921560"],
    ["segment:vips"],
    ['segment:"Not now"'],
  ]);
});

describe("numbers", () => {
  reads("creators", [
    ["followers:10k"],
    ["followers:>=10000", "followers:>=10k"],
    ["followers:1.5m", "followers:1500k"],
    ["followers:2B", "followers:2b"],
    ["followers:=5", "followers:5"],
    ["gmv:>5k"],
    ["gmv:$5000", "gmv:5k"],
    ["gmv:>0.1", "gmv:>0.10"],
    ["gmv:1234.56"],
    ["gmv:<-50"],
    ["gmv:-0", "gmv:0"],
    ["gmv:-5..5"],
    ["gmv30:100..500"],
    ["gmv30:100..", "gmv30:>=100"],
    ["gmv30:..100", "gmv30:<=100"],
    ["videogmv:<=1m"],
    ["emv:90071992547409.91"],
    ["videos:0"],
    ["samples:1, 2"],
    ["samples:100, 200"],
    ["samples:1,2,3", "samples:1, 2, 3"],
    ["items:0, >10, 3..5"],
  ]);
  reads("videos", [["ctr:>5%", "ctr:>0.05"], ["ctr:0.5%..3%", "ctr:0.005..0.03"], ["ctr:<=0.0593"]]);
});

describe("times", () => {
  reads("creators", [
    ["sampled:<30d"],
    ["sampled:>2W", "sampled:>2w"],
    ["posted:>=6m"],
    ["posted:7d..30d"],
    ["posted:30d..", "posted:>=30d"],
    ["contacted:never"],
    ["contacted:NEVER,>1y", "contacted:never,>1y"],
    ["joined:2026-01-31"],
    ["joined:2026-01"],
    ["joined:2026"],
    ["joined:>=2026-01-15"],
    ["updated:2026-01-01..2026-03-31"],
    ["updated:..2026-03", "updated:<=2026-03"],
  ]);
});

describe("facts", () => {
  reads("creators", [
    ["has:email"],
    ["has:Email,phone", "has:email,phone"],
    ["has:verified-phone"],
    ["-has:address"],
    ["has:sample -has:video"],
    ["has:notes has:alternatives"],
    ["is:active"],
    ["is:whitelisted"],
    ["-is:opted-out"],
    ["is:ghosting"],
    ["is:duplicate"],
  ]);
});

describe("sort", () => {
  reads("creators", [
    ["sort:gmv"],
    ["sort:gmv-desc", "sort:gmv"],
    ["sort:GMV-ASC", "sort:gmv-asc"],
    ["sort:handle"],
    ["sort:handle-asc", "sort:handle"],
    ["sort:handle-desc"],
    ["sort:badge"],
    ["sort:gmv a OR b", "a OR b sort:gmv"],
    ["a sort:sampled b", "a b sort:sampled"],
  ]);
});

describe("lists of samples and videos", () => {
  reads("samples", [
    ["by:(tag:vip followers:>10k) status:delivered sort:ordered"],
    ["by:(a OR by.b)"],
    ["-by:(is:ghosting)"],
    ["by:((tag:a))", "by:(tag:a)"],
    ["status:canceled", "status:cancelled"],
    ["sampled:<30d", "ordered:<30d"],
    ["delivered:never shipped:>1w"],
    ["quantity:>1 order:576461413038785752 sku:1729382476852921560"],
    ["state:CA country:US brand:glow product:serum handle:mia"],
  ]);
  reads("videos", [
    ["title:unboxing likes:>1k comments:0 shares:>5 orders:>=1 impressions:>1m"],
    ["commission:>10.50 video:7310045632098765432 posted:<7d items:>3"],
    ["by:(badge:>=gold) sort:gmv-asc"],
  ]);
});

describe("spans", () => {
  it("are the offsets of each part in what was typed", () => {
    const parsed = parseQuery('  a -tag:"x y",vip', "creators");
    expect(parsed).toMatchObject({
      query: {
        where: {
          start: 2,
          end: 18,
          of: [
            { start: 2, end: 3 },
            {
              start: 4,
              of: {
                start: 5,
                values: [
                  { start: 9, end: 14 },
                  { start: 15, end: 18 },
                ],
              },
            },
          ],
        },
      },
    });
  });
});
