/** What kind of cell a column holds: it decides which normal form its cells take. */
export type CellKind =
  | "handle"
  | "id"
  | "text"
  | "email"
  | "phone"
  | "name"
  | "address"
  | "money"
  | "count"
  | "rate"
  | "time";

/**
 * Every field that a column of a file can fill, with the kind of its cells.
 *
 * `recipient` is a whole name in one cell (a parcel's), `firstName` and `lastName` are columns of their own.
 * `fullAddress` is a whole address in one cell, `line1` … `country` are columns of their own.
 */
export const COLUMN_FIELDS = {
  handle: "handle",
  tiktokUserId: "id",
  email: "email",
  phone: "phone",
  firstName: "name",
  lastName: "name",
  recipient: "name",
  fullAddress: "address",
  line1: "text",
  line2: "text",
  city: "text",
  state: "text",
  zip: "text",
  country: "text",
  badge: "text",
  platform: "text",
  profile: "text",
  productsSampled: "text",
  followers: "count",
  gmv: "money",
  emv: "money",
  commission: "money",
  refunds: "money",
  gmvVideo: "money",
  gmvLive: "money",
  gmvCard: "money",
  gmvShopTab: "money",
  items: "count",
  orders: "count",
  videoCount: "count",
  liveCount: "count",
  postCount: "count",
  samplesShipped: "count",
  impressions: "count",
  likes: "count",
  comments: "count",
  shares: "count",
  engagement: "rate",
  ctr: "rate",
  lastPostAt: "time",
  orderId: "id",
  skuId: "id",
  sellerSku: "text",
  orderStatus: "text",
  productId: "id",
  productName: "text",
  category: "text",
  variation: "text",
  quantity: "count",
  orderedAt: "time",
  shippedAt: "time",
  deliveredAt: "time",
  videoId: "id",
  videoLink: "text",
  videoTitle: "text",
  postedAt: "time",
} as const satisfies Record<string, CellKind>;

export type ColumnField = keyof typeof COLUMN_FIELDS;

/** What each row of a table is about. */
export type RowKind = "creators" | "samples" | "videos" | "products";

/** One kind of export file: which headers fill which fields, and what makes the file this kind. */
export interface Source {
  name: string;
  /** As people call such a file. */
  label: string;
  rows: RowKind;
  /** Headers for each field, in lower case; the first that a file has is taken. `_` and a space count as the same. */
  columns: Partial<Record<ColumnField, readonly string[]>>;
  /** Each group needs one of its fields to be there. */
  needs: readonly (readonly ColumnField[])[];
  /** A header that rules this source out, as `products` is ruled out by an order column. */
  excludes?: readonly string[];
  /** How a figure's header that carries the brand's name ends, as in "GLOW GMV ALL TIME": lower case, trimmed. */
  brandColumns?: Partial<Record<ColumnField, readonly string[]>>;
  /** A row that describes the columns in words may follow the header. */
  descriptionRow?: true;
}
