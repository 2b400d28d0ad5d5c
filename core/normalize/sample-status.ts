import { SAMPLE_STATUSES, type SampleStatus } from "../samples/sample.js";
import { isBlank } from "./blank.js";
import { cellText } from "./cell-text.js";
import { quote } from "./quote.js";
import { type Read, Unreadable } from "./unreadable.js";

/** TikTok's words for the state of an order, in its exports (`To ship`) and in its API (`AWAITING_SHIPMENT`). */
const WORDS = new Map<string, SampleStatus>([
  ...SAMPLE_STATUSES.map((status) => [status, status] as const),
  ["to ship", "pending"],
  ["awaiting shipment", "pending"],
  ["awaiting collection", "pending"],
  ["in transit", "shipped"],
  ["completed", "delivered"],
  ["canceled", "cancelled"],
]);
const GAPS = /[\s_]+/g;

/** How far a sample has come, from the order's status. */
export function normalizeSampleStatus(cell: string): Read<SampleStatus> {
  const text = cellText(cell);
  if (isBlank(text)) return undefined;
  return (
    WORDS.get(text.toLowerCase().replace(GAPS, " ")) ??
    new Unreadable(
      `${quote(text)} is no order status that Roster knows; expected one of ${[...WORDS.keys()].join(", ")}`,
    )
  );
}
