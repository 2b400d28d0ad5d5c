import { SAMPLE_STATUSES } from "../samples/sample.js";
import { BY, figure, moment, shown, sortBy } from "./build-fields.js";
import { BRAND, COUNTRY, PRODUCT, STATE } from "./creator-sets.js";
import type { Field, ListFields } from "./field.js";

/** Of samples and of videos: the handle as the row states it. */
export const HANDLE_AS_SEEN: Field = {
  kind: "text",
  name: "handle",
  aliases: ["username"],
  path: "handle",
  match: "handle",
  label: "Handle",
  help: "How the TikTok username starts; * stands for anything, = asks for the whole.",
  examples: ["handle:mia", "handle:*glow*", "handle:=mia.glow"],
  format: "text",
  column: "handle",
  sort: { path: "handle", first: 1 },
};

const fields: readonly Field[] = [
  HANDLE_AS_SEEN,
  {
    kind: "text",
    name: "order",
    path: "orderId",
    match: "exact",
    label: "Order",
    help: "The whole order id.",
    examples: ["order:576461413038785752"],
    format: "text",
    column: "orderId",
  },
  {
    kind: "text",
    name: "sku",
    path: "skuId",
    match: "exact",
    label: "SKU",
    help: "The whole SKU id.",
    examples: ["sku:1729382476852921560"],
    format: "text",
    column: "skuId",
  },
  {
    ...PRODUCT,
    path: "productId",
    words: "search.product",
    help: "The product, by id or by words of its name.",
    column: "productName",
  },
  { ...BRAND, column: "brand" },
  {
    kind: "set",
    name: "status",
    path: "status",
    values: SAMPLE_STATUSES,
    synonyms: { canceled: "cancelled" },
    spelling: "lower",
    label: "Status",
    help: "How far the sample came.",
    examples: ["status:delivered", "-status:cancelled"],
    format: "text",
    column: "status",
  },
  { ...STATE, column: undefined },
  { ...COUNTRY, column: undefined },
  figure("quantity", "quantity", "count", "Quantity", "How many pieces."),
  moment("ordered", "orderedAt", "Ordered", "When it was ordered.", { aliases: ["sampled"] }),
  moment("shipped", "shippedAt", "Shipped", "When it was shipped."),
  moment("delivered", "deliveredAt", "Delivered", "When it was delivered."),
  BY,
  sortBy("ordered"),
  shown("productId", "Product id", "TikTok's id of the product."),
  shown("variation", "Variation", "Size, colour, scent."),
];

export const SAMPLE_FIELDS: ListFields = {
  fields,
  words: [{ path: "handle" }, { path: "search.product" }],
  order: "ordered",
};
