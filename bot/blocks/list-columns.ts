import type { CreatorRow, RowOf, SampleRow, VideoRow } from "../../core/lists/index.js";
import type { ListName } from "../../core/query/index.js";
import { amount, day } from "../amounts.js";
import { fullNameOf } from "../value-text.js";
import { calledOf, type Written } from "./creator-facts.js";

/** One cell: a text, or a number that the reader's own sorting can count with. */
export type Cell = string | { value: number; text: string } | undefined;

/** A column of a list in Slack. */
export interface ListColumn<Row> {
  title: string;
  cell: (row: Row) => Cell;
  /** Letters; the rest is cut off. */
  most: number;
  /** Where there is no room for all columns, the one with the highest number goes first; 0 stays. */
  spare: number;
}

/** The columns of each list. */
export function listColumns(written: Written): { [L in ListName]: readonly ListColumn<RowOf[L]>[] } {
  return { creators: creatorColumns(written), samples: sampleColumns(written), videos: videoColumns(written) };
}

const creator = { title: "Creator", most: 26, spare: 0 };
const called = ({ handle }: { handle?: string }) => (handle === undefined ? undefined : `@${handle}`);

const creatorColumns = ({ currency, zone }: Written): ListColumn<CreatorRow>[] => [
  { ...creator, cell: calledOf },
  { title: "Name", most: 22, spare: 6, cell: fullNameOf },
  { title: "Badge", most: 8, spare: 7, cell: ({ badge }) => badge },
  { title: "Followers", most: 12, spare: 4, cell: ({ followers }) => count(followers) },
  { title: "GMV", most: 16, spare: 1, cell: ({ gmvCents }) => money(gmvCents, currency) },
  { title: "GMV 30 days", most: 16, spare: 5, cell: ({ gmv30Cents }) => money(gmv30Cents, currency) },
  { title: "Samples", most: 8, spare: 2, cell: ({ samples }) => count(samples) },
  { title: "Videos", most: 8, spare: 2, cell: ({ videos }) => count(videos) },
  { title: "Last video", most: 10, spare: 3, cell: ({ lastPostedAt }) => day(lastPostedAt, zone) },
  { title: "Status", most: 10, spare: 8, cell: ({ status }) => status },
  { title: "Tags", most: 24, spare: 9, cell: ({ tags }) => tags.join(", ") },
];

const sampleColumns = ({ zone }: Written): ListColumn<SampleRow>[] => [
  { title: "Ordered", most: 10, spare: 1, cell: ({ orderedAt }) => day(orderedAt, zone) },
  { ...creator, cell: called },
  { title: "Product", most: 40, spare: 2, cell: ({ productName, productId }) => productName ?? productId },
  { title: "Pieces", most: 6, spare: 4, cell: ({ quantity }) => count(quantity) },
  { title: "Status", most: 10, spare: 1, cell: ({ status }) => status },
  { title: "Delivered", most: 10, spare: 3, cell: ({ deliveredAt }) => day(deliveredAt, zone) },
  { title: "Order", most: 20, spare: 5, cell: ({ orderId }) => orderId },
];

const videoColumns = ({ currency, zone }: Written): ListColumn<VideoRow>[] => [
  { title: "Posted", most: 10, spare: 1, cell: ({ postedAt }) => day(postedAt, zone) },
  { ...creator, cell: called },
  { title: "Title", most: 40, spare: 2, cell: ({ title }) => title },
  { title: "GMV", most: 16, spare: 1, cell: ({ gmvCents }) => money(gmvCents, currency) },
  { title: "Sold", most: 8, spare: 3, cell: ({ itemsSold }) => count(itemsSold) },
  { title: "Views", most: 12, spare: 4, cell: ({ impressions }) => count(impressions) },
  { title: "Video", most: 20, spare: 5, cell: ({ videoId }) => videoId },
];

const count = (value: number | undefined): Cell =>
  value === undefined ? undefined : { value, text: value.toLocaleString("en-US") };

const money = (cents: number | undefined, currency: string): Cell =>
  cents === undefined ? undefined : { value: cents / 100, text: amount(cents, currency) ?? "" };
