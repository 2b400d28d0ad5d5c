import fc from "fast-check";
import type { Edit, EditChange } from "../../core/edits/edit.js";
import type { AnyMadeRow, MadeSource } from "./make.js";
import type { MadeImport } from "./make-imports.js";

/** Few names, so that imports meet each other in everything they say. */
const HANDLES = ["mia", "leo", "kai", "ava"];
const USER_IDS = ["71", "72", "73"];
const DAYS = ["2026-01-05", "2026-01-20", "2026-02-03"];
const BRANDS = ["default", "default", "rosy"];
const PRODUCTS = ["900", "901"];
const PRODUCT_NAMES = ["Glow Serum", "Rose Oil"];

const blank = fc.constant(undefined);
const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const handle = fc.constantFrom(...HANDLES);

/** The masks fit the first full number and not the second one. */
const phone = maybe("+18325550159", "+18325550177", "(+1)832*****59", "(+1)713*****02");
const email = maybe("one@example.com", "two@example.com", "Two@Example.com", "x1@scs.tiktokw.us", "test");
const amount = maybe("10", "25.50", "1200");

const ROWS: { [S in MadeSource]: fc.Arbitrary<AnyMadeRow> } = {
  euka: fc.record({
    handle,
    email,
    phone,
    address: maybe("1 Oak St, Austin, TX 78701", "Austin, TX", "9 Elm Rd, Miami, FL 33101"),
    productsSampled: maybe("serum", "oil"),
    gmv: amount,
  }),
  phones: fc.record({
    handle,
    recipient: maybe("Mia Diaz", "Leo"),
    first: maybe("Mia", "Ana"),
    last: maybe("Diaz", "Ruiz"),
    phone,
  }),
  refunnel: fc.record({ handle, followers: maybe("100", "12.3k"), emv: amount, gmv: amount }),
  creators: fc.record({ handle, gmv: amount, orders: maybe("3") }),
  samples: fc.record({
    orderId: fc.constantFrom("5001", "5002"),
    skuId: fc.constantFrom("801", "802"),
    handle,
    userId: fc.oneof({ weight: 3, arbitrary: blank }, { weight: 1, arbitrary: fc.constantFrom(...USER_IDS) }),
    status: maybe("To ship", "Shipped", "Delivered", "Cancelled", "Lost"),
    quantity: maybe("1", "3"),
    productId: maybe("900"),
    productName: maybe(...PRODUCT_NAMES),
    orderedAt: maybe("2026-01-02", "2026-01-10"),
    deliveredAt: maybe("2026-01-12"),
    city: maybe("Austin"),
    state: maybe("TX"),
  }),
  videos: fc.record({
    videoId: fc.constantFrom("7300000000000000001", "7300000000000000002"),
    handle: fc.option(handle, { nil: undefined }),
    title: maybe("haul", "review"),
    postedAt: maybe("2026-01-03", "2026-01-11"),
    gmv: amount,
    items: maybe("1", "4"),
    likes: maybe("10", "20"),
    productId: maybe("901"),
    productName: maybe(...PRODUCT_NAMES),
  }),
  products: fc.record({
    productId: fc.constantFrom(...PRODUCTS),
    name: maybe(...PRODUCT_NAMES),
    category: maybe("Skin"),
    gmv: amount,
  }),
  mapped: fc.record({
    userId: fc.option(fc.constantFrom(...USER_IDS), { nil: undefined, freq: 6 }),
    handle: fc.option(handle, { nil: undefined, freq: 6 }),
    email,
    phone,
    followers: maybe("55", "70"),
    gmv: amount,
    badge: maybe("Gold", "Silver"),
  }),
};

/** Identity and collisions are where order could matter: these sources come more often. */
const SOURCES: MadeSource[] = [
  "mapped",
  "mapped",
  "mapped",
  "samples",
  "samples",
  "videos",
  "products",
  "euka",
  "phones",
  "refunnel",
  "creators",
];

const importArbitrary: fc.Arbitrary<Omit<MadeImport, "seq">> = fc.constantFrom(...SOURCES).chain((source) =>
  fc.record({
    source: fc.constant(source),
    brandId: fc.constantFrom(...BRANDS),
    asOf: fc.constantFrom(...DAYS),
    window: fc.constantFrom<MadeImport["window"]>("unknown", "lifetime", 7, 30),
    rows: fc.array(ROWS[source], { minLength: 1, maxLength: 5 }),
  }),
);

/** A small account: accepted imports, numbered from 1. */
export const account = (size: { minLength: number; maxLength: number }): fc.Arbitrary<MadeImport[]> =>
  fc.array(importArbitrary, size).map((imports) => imports.map((made, place) => ({ ...made, seq: place + 1 })));

const change: fc.Arbitrary<EditChange> = fc.oneof(
  fc.constantFrom<EditChange>(
    { kind: "set", field: "email", from: null, to: "edited@example.com" },
    { kind: "set", field: "phone", from: null, to: null },
    { kind: "release", field: "email" },
    { kind: "tag", add: ["vip"], remove: [] },
    { kind: "note", text: "answers fast" },
    { kind: "status", from: "active", to: "blocked" },
    { kind: "badge", from: null, to: "ruby" },
    { kind: "add" },
  ),
  fc
    .constantFrom(...HANDLES.map((name) => `@${name}`), ...USER_IDS.map((id) => `#${id}`))
    .map((into): EditChange => ({ kind: "merge", into })),
);

/** What people changed, each about a creator by one of its names. */
export const edits = (size: { minLength: number; maxLength: number }): fc.Arbitrary<Edit[]> =>
  fc
    .array(
      fc.record({ key: fc.constantFrom("@mia", "@leo", "#71"), brandId: fc.constantFrom(...BRANDS), change }),
      size,
    )
    .map((made) =>
      made.map(({ key, brandId, change }, place) => ({
        _id: `e${place}`,
        key,
        keys: change.kind === "merge" ? [key, change.into] : [key],
        brandId,
        change,
        at: new Date(Date.UTC(2026, 0, 8 + place * 9)),
        by: "ann",
        via: "terminal",
      })),
    );
