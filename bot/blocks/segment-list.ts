import type { KnownBlock } from "@slack/types";
import type { Segment, Subscription } from "../../core/segments/index.js";
import { actions, button, cutTo, header, section, small } from "./parts.js";

export interface ListedSegments {
  segments: readonly Segment[];
  /** What this channel and this person are told. */
  subscriptions: readonly Subscription[];
  /** Names of brands by id. */
  brands: ReadonlyMap<string, { name: string }>;
  /** Whether the person may save one. */
  maySave: boolean;
}

/** A button for a new one, for those who may save it. */
export const newSegment = (maySave: boolean): KnownBlock[] =>
  maySave ? [actions(button("New segment", { id: "open-save-segment", value: {} }))] : [];

const NONE_YET = "No segments yet. A segment is a saved query";
const HOW_TO_SAVE =
  "/creator segment save ghosts is:ghosting\nThen segment:ghosts works in every query, and you can be told who enters and leaves.";

/** Letters of a query: all blocks of a message together have little more than 13,000. */
const MOST_QUERY = 120;

/** A message has at most 50 blocks: header, a block a segment, what is left out, the buttons. */
const MOST_SHOWN = 45;

/** Every saved segment, each with a button that shows it. */
export function segmentList({ segments, subscriptions, brands, maySave }: ListedSegments): KnownBlock[] {
  if (segments.length === 0) {
    return [
      section(maySave ? `${NONE_YET}: ${HOW_TO_SAVE}` : `${NONE_YET}. An editor can save one.`),
      ...newSegment(maySave),
    ];
  }
  const shown = segments.slice(0, MOST_SHOWN);
  const left = segments.length - shown.length;
  return [
    header("Segments"),
    ...shown.map((segment) =>
      section(segmentLine(segment, subscriptions, brands), button("Show", { id: "show-segment", value: segment._id })),
    ),
    ...(left > 0 ? [small(`And ${left} more: /creator segment show NAME`)] : []),
    ...newSegment(maySave),
  ];
}

/** "VIPs" · daily digest, and below what it asks. */
export function segmentLine(
  { _id, name, list, query, brandId }: Segment,
  subscriptions: readonly Subscription[],
  brands: ListedSegments["brands"],
): string {
  const paces = subscriptions.filter(({ segment }) => segment === _id).map(({ pace }) => `${pace} digest`);
  const facts = [...new Set([brands.get(brandId)?.name ?? brandId, ...(list === "creators" ? [] : [list]), ...paces])];
  const asks = query === "" ? "everything" : cutTo(query, MOST_QUERY);
  return `${name}  ·  ${facts.join("  ·  ")}\n${asks}`;
}
