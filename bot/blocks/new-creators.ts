import { z } from "zod";
import type { CreatorRow } from "../../core/lists/index.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { creatorRows, type RowsOf } from "./creator-rows.js";
import { actions, button, header, section, small } from "./parts.js";
import { messageText } from "./text.js";

/** Creators in one answer: with their figures they fill what a message holds. */
export const NEW_ON_PAGE = 20;

/** A page of the creators that a drop has brought, as its buttons carry it. */
export const newPage = z.object({
  drop: z.string(),
  /** Where it begins; left out, at the beginning. */
  after: z.string().optional(),
  /** Creators before this page. */
  before: z.number().int().min(0),
});

/** The creators whom a drop has brought, with the way to the next page. */
export function newCreators(
  rows: readonly CreatorRow[],
  of: RowsOf & { name: string },
  { drop, before, next }: z.infer<typeof newPage> & { next?: string },
): SlackMessage {
  if (rows.length === 0 && before === 0) return nobody;
  const title = `New creators for ${of.name}`;
  const [from, to] = [before + 1, before + rows.length].map((place) => place.toLocaleString("en-US"));
  const turning = [
    ...(next === undefined
      ? []
      : [button("Next page", { id: "drop-new-next", value: { drop, after: next, before: before + rows.length } })]),
    ...(before === 0 ? [] : [button("First page", { id: "drop-new-first", value: { drop, before: 0 } })]),
  ];
  return {
    text: messageText(title),
    blocks: [
      header(title),
      ...creatorRows(rows, of),
      ...(turning.length === 0 ? [] : [small(`${from} to ${to}.`), actions(...turning)]),
    ],
  };
}

const nobody: SlackMessage = {
  text: "No new creators",
  blocks: [
    header("No new creators"),
    section("Nobody is new any more: the import was undone, or records were merged."),
  ],
};
