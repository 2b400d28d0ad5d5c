import type { ModalView } from "@slack/types";
import type { DoubleCreator, LikelyDouble } from "../../core/edits/index.js";
import type { CreatorRow } from "../../core/lists/index.js";
import { whoOf } from "../creator-ref.js";
import { figuresOf, nameOf } from "./creator-rows.js";
import { actions, button, confirm, header, MOST, plain, section, small } from "./parts.js";

export interface DoubleChoice {
  pair: LikelyDouble;
  /** What is known of the two, by id. */
  rows: ReadonlyMap<string, CreatorRow>;
  /** Pairs that were passed over. */
  skipped: number;
  /** Pairs there are, this one included. */
  total: number;
  /** What became of the pair before. */
  said?: string;
}

const TITLE = "Likely doubles";

/** Two creators who may be one person, why, and what can be said of them. */
export function doubleChoice({ pair, rows, skipped, total, said }: DoubleChoice): ModalView {
  const [one, other] = pair.creators;
  const names = [one, other].map((creator) => whoOf(rows.get(creator.id) ?? creator)) as [string, string];
  return {
    ...frame(),
    blocks: [
      ...(said === undefined ? [] : [section(said)]),
      header("Are these one person?"),
      section(about(one, rows)),
      section(about(other, rows)),
      small(`${pair.reasons.join(", ")}  ·  ${total.toLocaleString("en-US")} pairs in all`),
      actions(
        keepButton(names[0], names[1], skipped, 0),
        keepButton(names[1], names[0], skipped, 1),
        button("Not the same", { id: "dismiss-doubles", value: { one: names[0], other: names[1], skipped } }),
        button("Later", { id: "decide-doubles", value: { skipped: skipped + 1 } }),
      ),
      small(
        "Of one person everything stays: the other handle becomes a former one, and /creator unmerge takes them apart again.",
      ),
    ],
  };
}

export const lookingForDoubles = (): ModalView => ({ ...frame(), blocks: [section("Looking for likely doubles…")] });

export const noMoreDoubles = (said?: string): ModalView => ({
  ...frame(),
  blocks: [...(said === undefined ? [] : [section(said)]), section("Nothing more to decide here.")],
});

const frame = () => ({ type: "modal" as const, title: plain(TITLE, MOST.title), close: plain("Close") });

function about(creator: DoubleCreator, rows: DoubleChoice["rows"]): string {
  const row = rows.get(creator.id);
  if (row === undefined) return [whoOf(creator), creator.name].filter(Boolean).join("  ");
  const contacts = [row.email, row.phone, row.address?.city].filter((text) => text !== undefined);
  return [nameOf(row), figuresOf(row, undefined).join("  ·  "), contacts.join("  ·  ")].filter(Boolean).join("\n");
}

/** Handles are long: the button says which one stays, the question the rest. */
const keepButton = (kept: string, gone: string, skipped: number, place: number) =>
  button(
    `Same, keep ${kept}`,
    { id: `merge-doubles-${place}`, value: { from: gone, into: kept, skipped } },
    { confirm: confirm("Make them one?", `${gone} becomes a former name of ${kept}.`, "Make them one") },
  );
