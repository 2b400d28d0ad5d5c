import type { KnownBlock, ModalView } from "@slack/types";
import { z } from "zod";
import type { ManyChanged, ManyPreview, TagChange } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import { counted } from "../in-words.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { textInput } from "./creator-forms.js";
import { actions, button, confirm, cutTo, plain, section, small } from "./parts.js";
import { inOneLine, messageText } from "./text.js";

/** Tags for all that a query finds, as a button carries them. */
export const tagging = z.object({
  query: z.string().min(1),
  /** Id of the brand. */
  brand: z.string(),
  add: z.array(z.string()),
  remove: z.array(z.string()),
});
export type Tagging = z.infer<typeof tagging>;

/** Letters that a button may carry, a little less than Slack takes. */
const MOST_CARRIED = 1_950;

/** `+vip -cold`. */
const signsOf = ({ add, remove }: TagChange): string =>
  [...add.map((tag) => `+${tag}`), ...remove.map((tag) => `-${tag}`)].join(" ");

/** How many would be tagged, and the question. */
export function askToTag(wanted: Tagging, { count, examples }: ManyPreview, brand: string): SlackMessage {
  if (count === 0) return said(`Nobody of ${brand} fits, so nobody is tagged.`);
  if (JSON.stringify(wanted).length > MOST_CARRIED) throw tooLong();
  const title = `${signsOf(wanted)} for ${counted(count, "creator")} of ${brand}?`;
  const blocks: KnownBlock[] = [
    section(title),
    small(exampleLine(count, examples)),
    actions(
      button(`Tag ${counted(count, "creator")}`, { id: "tag-many", value: wanted }, { style: "primary" }),
      button("Leave it", { id: "leave-it" }),
    ),
  ];
  return { text: messageText(title), blocks };
}

const exampleLine = (count: number, examples: readonly string[]): string => {
  const names = examples.map((handle) => `@${handle}`).join(", ");
  return count > examples.length ? `Such as ${names}` : names || "Their handles are not known yet.";
};

/** What was done, with the way back. */
export function tagged(tags: TagChange, { batch, selected, changed }: ManyChanged): SlackMessage {
  if (selected === 0) return said("Nobody fits any more, so nobody is tagged.");
  const same = selected - changed;
  const others = same > 0 ? ` ${counted(same, "other")} had it that way already.` : "";
  const title = `${signsOf(tags)} for ${counted(changed, "creator")}.${others}`;
  const undo = button(
    "Undo",
    { id: "undo-batch", value: { batch } },
    {
      confirm: confirm(
        "Undo",
        `Takes this back for ${counted(changed, "creator")}. What was changed since stays.`,
        "Undo",
      ),
    },
  );
  return { text: messageText(title), blocks: [section(title), ...(batch === undefined ? [] : [actions(undo)])] };
}

/** The form for all that a list was asked for. */
export function tagManyForm(query: string, { count, examples }: ManyPreview, carried: string): ModalView {
  return {
    type: "modal",
    callback_id: "tag-many",
    private_metadata: carried,
    title: plain("Tag all", 24),
    submit: plain("Tag them", 24),
    close: plain("Cancel"),
    blocks: [
      section(`${counted(count, "creator")} fit: ${cutTo(inOneLine(query) || "everybody", 400)}`),
      small(exampleLine(count, examples)),
      textInput("add", "Tags to give", { hint: "With commas between.", placeholder: "vip, summer-launch" }),
      textInput("remove", "Tags to take off"),
    ],
  };
}

/** One sentence. */
export const said = (text: string): SlackMessage => ({ text: messageText(text), blocks: [section(text)] });

const tooLong = (): CrmError =>
  new CrmError("wrong-input", "a query too long for a button", {
    say: "This query is too long for a button. Save it as a segment first, then: /creator tag segment:name +tag",
  });
