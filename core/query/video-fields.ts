import { BY, figure, moment, shown, sortBy } from "./build-fields.js";
import { BRAND, PRODUCT } from "./creator-sets.js";
import type { Field, ListFields } from "./field.js";
import { HANDLE_AS_SEEN } from "./sample-fields.js";

const fields: readonly Field[] = [
  HANDLE_AS_SEEN,
  {
    kind: "text",
    name: "title",
    path: "search.title",
    match: "contains",
    label: "Title",
    help: "Part of the video's title.",
    examples: ["title:unboxing", 'title:"glow serum"'],
    format: "text",
    column: "title",
  },
  {
    kind: "text",
    name: "video",
    path: "videoId",
    match: "exact",
    label: "Video",
    help: "The whole video id.",
    examples: ["video:7310045632098765432"],
    format: "text",
    column: "videoId",
  },
  { ...PRODUCT, help: "A promoted product, by id or by words of its name.", format: "list", column: "productIds" },
  { ...BRAND, column: "brand" },
  figure("gmv", "gmvCents", "money", "GMV", "Sales by the video, in whole currency units."),
  figure("items", "itemsSold", "count", "Items sold", "How many items the video sold."),
  figure("orders", "orders", "count", "Orders", "How many orders the video brought."),
  figure("impressions", "impressions", "count", "Impressions", "How often the video or its product was seen."),
  figure("likes", "likes", "count", "Likes", "How many likes."),
  figure("comments", "comments", "count", "Comments", "How many comments."),
  figure("shares", "shares", "count", "Shares", "How often it was shared."),
  figure("ctr", "ctr", "rate", "CTR", "Clicks per impression."),
  figure("commission", "commissionCents", "money", "Commission", "Estimated commission, in whole currency units."),
  moment("posted", "postedAt", "Posted", "When it was posted."),
  BY,
  sortBy("gmv"),
  shown("url", "Link", "Link to the video."),
  shown("asOf", "As of", "The day that the figures are of.", "date"),
];

export const VIDEO_FIELDS: ListFields = {
  fields,
  words: [{ path: "handle" }, { path: "search.title" }],
  order: "posted",
};
