import type { ModalView } from "@slack/types";
import { z } from "zod";
import type { Brand } from "../../core/brands/index.js";
import type { CreatorRow } from "../../core/lists/index.js";
import { whoOf } from "../creator-ref.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { form } from "./creator-forms.js";
import { figuresOf, nameOf } from "./creator-rows.js";
import { actions, button, option, plain, section, small } from "./parts.js";
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
  const value = { from: whoOf(gone), into: whoOf(kept), brand: _id };
  return {
    text: messageText(title),
    blocks: [
      section(title),
      lineOf(gone, currency),
      lineOf(kept, currency),
      small("Everything of both stays, under the second name. It can be taken apart again."),
      actions(
        button("Merge", { id: "merge-creators", value }, { style: "primary" }),
        button("Leave it", { id: "leave-it" }),
      ),
    ],
  };
}

const lineOf = (row: CreatorRow, currency: string) =>
  section(`${inOneLine(nameOf(row))}\n${figuresOf(row, currency).join("  ·  ")}`);

/** The same question in a view, where the name that stays is still to be chosen. */
export function askWhichStays(
  one: CreatorRow,
  other: CreatorRow,
  { currency }: Pick<Brand, "currency">,
  carried: string,
): ModalView {
  const names = [one, other].map(whoOf);
  const options = names.map((name) => option(`${name} stays`, name));
  return form("merge-asked", "Merge", "Merge", carried, [
    section(`Are ${names.join(" and ")} one person?`),
    lineOf(one, currency),
    lineOf(other, currency),
    {
      type: "input",
      block_id: "kept",
      label: plain("Which name is used now?"),
      hint: plain("Everything of both stays, under this name. It can be taken apart again."),
      element: {
        type: "radio_buttons",
        action_id: "kept",
        options,
        ...(options[0] ? { initial_option: options[0] } : {}),
      },
    },
  ]);
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
