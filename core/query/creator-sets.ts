import { BADGES } from "../creators/creator.js";
import type { SetField } from "./field.js";

const TWO_LETTERS = /^[A-Z]{2}$/;

/** Two-letter places, the same in the lists of creators and of samples. */
export const STATE: SetField = {
  kind: "set",
  name: "state",
  path: "state",
  spelling: "upper",
  shape: { pattern: TWO_LETTERS, reason: "A state is its two letters, such as CA" },
  label: "State",
  help: "State by its two letters.",
  examples: ["state:CA", "state:CA,TX"],
  format: "text",
  column: "address.state",
};

export const COUNTRY: SetField = {
  kind: "set",
  name: "country",
  path: "country",
  spelling: "upper",
  shape: { pattern: TWO_LETTERS, reason: "A country is its two letters, such as US" },
  label: "Country",
  help: "Country by its two letters.",
  examples: ["country:US", "-country:US"],
  format: "text",
  column: "address.country",
};

export const PRODUCT: SetField = {
  kind: "set",
  name: "product",
  path: "productIds",
  spelling: "as-is",
  names: "product",
  label: "Product",
  help: "A product, by id or by words of its name, that was sampled or promoted.",
  examples: ['product:"glow serum"', "product:1729382"],
  format: "text",
};

export const BRAND: SetField = {
  kind: "set",
  name: "brand",
  path: "brandId",
  spelling: "lower",
  names: "brand",
  label: "Brand",
  help: "The brand by its short name.",
  examples: ["brand:glow"],
  format: "text",
};

export const CREATOR_SETS: readonly SetField[] = [
  {
    kind: "set",
    name: "badge",
    path: "badgeRank",
    values: BADGES,
    ordered: true,
    spelling: "lower",
    label: "Badge",
    help: `TikTok's tier by monthly sales, from ${BADGES[0]} to ${BADGES.at(-1)}.`,
    examples: ["badge:gold", "badge:>=gold", "badge:silver..ruby"],
    format: "text",
    column: "badge",
    sort: { path: "badgeRank", first: -1 },
  },
  BRAND,
  {
    kind: "set",
    name: "status",
    path: "status",
    values: ["active", "inactive", "blocked"],
    spelling: "lower",
    label: "Status",
    help: "How the brand stands with the creator.",
    examples: ["status:active", "-status:blocked"],
    format: "text",
    column: "status",
  },
  {
    kind: "set",
    name: "tag",
    aliases: ["tags"],
    path: "tags",
    spelling: "lower",
    label: "Tags",
    help: "A tag that people gave.",
    examples: ["tag:vip", 'tag:"top seller",vip'],
    format: "list",
    column: "tags",
  },
  STATE,
  COUNTRY,
  {
    kind: "set",
    name: "source",
    aliases: ["sources"],
    path: "sources",
    spelling: "lower",
    label: "Source",
    help: "A kind of file, or the API, that mentions the creator.",
    examples: ["source:euka", "source:samples,videos"],
    format: "list",
  },
  PRODUCT,
  {
    kind: "set",
    name: "segment",
    path: "",
    spelling: "as-is",
    names: "segment",
    label: "Segment",
    help: "All that a saved query finds.",
    examples: ["segment:vips", '-segment:"not now"'],
    format: "text",
  },
];
