import type { CreatorRow, SampleRow, VideoRow } from "../../../core/lists/index.js";
import type { CreatorDetail, SourceOfValue } from "../../../core/lookup/index.js";

/** What files may bring: markup, emoji, and far too much of it. */
export const MARKUP = "<!channel> *bold* _x_ `code` ~gone~ <@U0ADA> & :wave: 👩‍👩‍👧‍👦 \n second line";
export const LONG = `${MARKUP} ${"Ñandú🎉".repeat(80)}`.slice(0, 500);

const AT = new Date("2026-02-03T04:05:06Z");

const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

/** A creator of whom nothing is known but the handle. */
export const emptyRow = (handle = "mia.glow"): CreatorRow => ({
  id: `id-${handle}`,
  handle,
  formerHandles: [],
  status: "active",
  tags: [],
  notes: [],
  whitelisted: false,
  optedOut: { email: false, sms: false },
  samples: 0,
  videos: 0,
  itemsSold: 0,
  updatedAt: AT,
});

/** A creator whose every field is as long as can be. */
export function extremeRow(at = 0): CreatorRow {
  const handle = `${String(at).padStart(3, "0")}_${"x".repeat(60)}`;
  return {
    ...emptyRow(handle),
    formerHandles: many(30, (each) => `${each}_${"f".repeat(60)}`),
    tiktokUserId: "7".repeat(19),
    profileUrl: `https://www.tiktok.com/@${handle}`,
    email: `${"m".repeat(240)}@example.com`,
    phone: "+18325550159",
    phoneVerified: true,
    firstName: LONG,
    lastName: LONG,
    address: { line1: LONG, line2: LONG, city: LONG, state: "TX", zip: "78701", country: "US" },
    badge: "diamond",
    followers: Number.MAX_SAFE_INTEGER,
    gmvCents: -Number.MAX_SAFE_INTEGER,
    gmv30Cents: Number.MAX_SAFE_INTEGER,
    emvCents: Number.MAX_SAFE_INTEGER,
    videoGmvCents: Number.MAX_SAFE_INTEGER,
    status: "active, blocked, inactive",
    joinedAt: AT,
    tags: many(60, (each) => `tag ${each} ${"t".repeat(30)}`),
    notes: many(12, () => ({ text: LONG.repeat(8), at: AT, by: "U0ADA" })),
    whitelisted: true,
    optedOut: { email: true, sms: true },
    samples: 1_000_000,
    videos: 1_000_000,
    itemsSold: 1_000_000,
    lastSampledAt: AT,
    lastPostedAt: AT,
    lastContactedAt: AT,
  };
}

export const extremeSample = (at = 0): SampleRow => ({
  orderId: `${at}${"5".repeat(18)}`,
  skuId: "1".repeat(19),
  handle: `${at}_${"x".repeat(60)}`,
  productName: LONG,
  variation: LONG,
  quantity: 1_000_000,
  status: "delivered",
  orderedAt: AT,
  shippedAt: AT,
  deliveredAt: AT,
  brand: "default",
});

export const extremeVideo = (at = 0): VideoRow => ({
  videoId: `${at}${"7".repeat(18)}`,
  handle: `${at}_${"x".repeat(60)}`,
  url: at % 2 === 0 ? "javascript:alert(1)" : `https://www.tiktok.com/@x/video/${at}`,
  title: LONG,
  postedAt: AT,
  gmvCents: Number.MAX_SAFE_INTEGER,
  itemsSold: 1_000_000,
  impressions: 1_000_000_000,
  productIds: many(30, () => "1".repeat(19)),
  brand: "default",
  asOf: "2026-02-03",
});

export const emptyDetail = (): CreatorDetail => ({
  ...emptyRow(),
  brands: [],
  sources: {},
  alternatives: 0,
  recent: { samples: [], videos: [], snapshots: [], communications: [] },
});

const source = (value: unknown, at: number, current = at === 0): SourceOfValue => ({
  value,
  source: at % 2 === 0 ? "euka" : "person",
  importId: String(at),
  line: 1_000_000 + at,
  at: AT,
  ...(at % 2 === 0 ? {} : { by: "U0ADA" }),
  current,
  support: 12,
  window: 30,
  asOf: "2026-02-03",
});

export function extremeDetail(): CreatorDetail {
  const address = { line1: LONG, line2: LONG, city: LONG, state: "TX", zip: "78701", country: "US" };
  const values = (value: unknown) => many(40, (at) => source(value, at));
  return {
    ...extremeRow(),
    brands: many(30, (at) => ({
      brand: `brand-${at}`,
      name: LONG,
      status: "active",
      tags: [],
      samples: 1,
      videos: 1,
      itemsSold: 1,
    })),
    sources: {
      email: values(`${"m".repeat(240)}@example.com`),
      phone: values("+18325550159"),
      name: values({ first: LONG, last: LONG }),
      address: values(address),
      badge: values("diamond"),
      followers: values(1),
      gmvCents: values(100),
      gmv30Cents: values(100),
      emvCents: values(100),
    },
    alternatives: 1_000,
    recent: {
      samples: many(20, extremeSample),
      videos: many(20, extremeVideo),
      snapshots: [],
      communications: many(20, () => ({
        channel: "tiktok-dm",
        direction: "out",
        text: LONG.repeat(8),
        at: AT,
        by: "U0ADA",
        brand: "default",
      })),
    },
  };
}
