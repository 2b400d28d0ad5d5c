import { Readable } from "node:stream";
import type { FileToImport } from "../../core/imports/index.js";
import type { SavedMapping } from "../../core/imports/recognise/index.js";
import type { ColumnField } from "../../core/imports/sources/source.js";

/** The columns that tests use of each source, by short names. */
const HEADERS = {
  euka: {
    handle: "handle",
    email: "email",
    phone: "phone",
    address: "address",
    productsSampled: "products_sampled",
    gmv: "gmv",
  },
  phones: {
    handle: "Username",
    recipient: "Recipient",
    first: "First Name",
    last: "Last Name",
    phone: "Phone #",
  },
  refunnel: {
    handle: "username",
    followers: "followers",
    emv: "emv",
    gmv: "gmv",
    platform: "platform",
  },
  creators: {
    handle: "Creator name",
    gmv: "Creator-attributed GMV",
    orders: "Attributed orders",
  },
  samples: {
    orderId: "Order ID",
    status: "Order Status",
    skuId: "SKU ID",
    handle: "Buyer Username",
    userId: "Buyer User ID",
    recipient: "Recipient",
    phone: "Phone #",
    productId: "Product ID",
    productName: "Product Name",
    quantity: "Quantity",
    orderedAt: "Created Time",
    deliveredAt: "Delivered Time",
    line1: "Address Line 1",
    city: "City",
    state: "State",
    zip: "Zipcode",
  },
  videos: {
    videoId: "Video ID",
    link: "Video link",
    handle: "Creator username",
    title: "Video title",
    postedAt: "Video post date",
    gmv: "GMV",
    items: "Video-attributed items sold",
    likes: "Likes",
    productId: "Product ID",
    productName: "Product name",
  },
  products: {
    productId: "Product ID",
    name: "Product name",
    category: "Product category",
    gmv: "GMV",
    items: "Items sold",
  },
  mapped: {
    userId: "TikTok number",
    handle: "TikTok handle now",
    email: "Mail",
    phone: "Call",
    followers: "Fans",
    gmv: "Sales",
    badge: "Tier",
  },
} as const;

export type MadeSource = keyof typeof HEADERS;

/** A row of a source by short column names; what is left out is an empty cell. */
export type MadeRow<S extends MadeSource> = { [C in keyof (typeof HEADERS)[S]]?: string | number };
export type AnyMadeRow = { [column: string]: string | number | undefined };

/** The CSV text of a source, with all of its columns. */
export function csvOf<S extends MadeSource>(source: S, rows: readonly MadeRow<S>[]): string {
  const headers: [string, string][] = Object.entries(HEADERS[source]);
  const lines = rows.map((row) => headers.map(([name]) => String((row as AnyMadeRow)[name] ?? "")));
  return [headers.map(([, header]) => header), ...lines].map((cells) => `${cells.map(quoted).join(",")}\n`).join("");
}

const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** Reads `mapped` files of `csvOf`. */
export const MADE_MAPPING: SavedMapping = {
  name: "our list",
  headers: Object.values(HEADERS.mapped),
  columns: {
    "TikTok number": "tiktokUserId",
    "TikTok handle now": "handle",
    Mail: "email",
    Call: "phone",
    Fans: "followers",
    Sales: "gmv",
    Tier: "badge",
  } satisfies Record<string, ColumnField>,
};

/** A file in memory. */
export const textFile = (text: string, name = "made.csv"): FileToImport => ({
  name,
  open: () => Readable.from([Buffer.from(text)]),
});
