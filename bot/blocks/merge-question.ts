import { z } from "zod";
import type { Brand } from "../../core/brands/index.js";
import type { CreatorRow } from "../../core/lists/index.js";
import { whoOf } from "../creator-ref.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { figuresOf, nameOf } from "./creator-rows.js";
import { actions, button, section, small } from "./parts.js";
import { inOneLine, messageText } from "./text.js";

/** Two creators that are one, as a button carries them. */
export const merging = z.object({ from: z.string(), into: z.string(), brand: z.string() });

/** Both creators, and the question. */
export function askToMerge(
  gone: CreatorRow,
  kept: CreatorRow,
  { _id, currency }: Pick<Brand, "_id" | "currency">,
): SlackMessage {
  const title = `Make ${whoOf(gone)} a part of ${whoOf(kept)}?`;
  const lineOf = (row: CreatorRow) => section(`${inOneLine(nameOf(row))}\n${figuresOf(row, currency).join("  ·  ")}`);
  const value = { from: whoOf(gone), into: whoOf(kept), brand: _id };
  return {
    text: messageText(title),
    blocks: [
      section(title),
      lineOf(gone),
      lineOf(kept),
      small("Everything of both stays, under the second name. It can be taken apart again."),
      actions(
        button("Merge", { id: "merge-creators", value }, { style: "primary" }),
        button("Leave it", { id: "leave-it" }),
      ),
    ],
  };
}

export function merged({ from, into, brand }: z.infer<typeof merging>): SlackMessage {
  const title = `${from} is part of ${into} now.`;
  return {
    text: messageText(title),
    blocks: [
      section(title),
      actions(
        button("Open", { id: "open-creator", value: { who: into, brand } }),
        button("Take apart again", { id: "unmerge-creators", value: { from, into, brand } }),
      ),
    ],
  };
}
