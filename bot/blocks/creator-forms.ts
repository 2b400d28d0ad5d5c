import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import { cutTo, option, plain } from "./parts.js";

/** What one input of Slack holds. */
const MOST_TYPED = 3_000;

/** A form of Roster's; what it carries comes back with it. */
export const form = (id: string, title: string, submit: string, carried: string, blocks: KnownBlock[]): ModalView => ({
  type: "modal",
  callback_id: id,
  private_metadata: carried,
  title: plain(title, 24),
  submit: plain(submit, 24),
  close: plain("Cancel"),
  blocks,
});

interface TextInput {
  initial?: string;
  hint?: string;
  multiline?: boolean;
  optional?: boolean;
  placeholder?: string;
  /** Letters that it takes. */
  most?: number;
}

/** One text; block and action have the field's name. */
export const textInput = (
  id: string,
  label: string,
  { initial = "", hint, multiline = false, optional = true, placeholder, most = MOST_TYPED }: TextInput = {},
): InputBlock => ({
  type: "input",
  block_id: id,
  optional,
  label: plain(label),
  ...(hint ? { hint: plain(hint) } : {}),
  element: {
    type: "plain_text_input",
    action_id: id,
    multiline,
    max_length: most,
    ...(initial === "" ? {} : { initial_value: cutTo(initial, most) }),
    ...(placeholder ? { placeholder: plain(placeholder, 150) } : {}),
  },
});

/** @param tags those that the creator has now */
export const tagForm = (who: string, tags: readonly string[], carried: string): ModalView =>
  form("tag-creator", "Tags", "Save", carried, [
    textInput("tags", `Tags of ${who}`, {
      initial: tags.join(", "),
      hint: "With commas between. Take a tag out to take it off.",
      placeholder: "vip, summer-launch",
    }),
  ]);

export const noteForm = (who: string, carried: string): ModalView =>
  form("note-creator", "Note", "Save", carried, [
    textInput("note", `Note about ${who}`, { multiline: true, optional: false }),
  ]);

const DIRECTIONS = { out: "We wrote to them", in: "They wrote to us" } as const;

/** @param now when the form is opened: what its time begins with */
export function dmForm(who: string, now: Date, carried: string): ModalView {
  const options = Object.entries(DIRECTIONS).map(([value, label]) => option(label, value));
  return form("log-dm", "Log a TikTok DM", "Log", carried, [
    {
      type: "input",
      block_id: "direction",
      label: plain(`A message between us and ${who}`),
      element: {
        type: "radio_buttons",
        action_id: "direction",
        options,
        ...(options[0] ? { initial_option: options[0] } : {}),
      },
    },
    textInput("text", "What it said", { multiline: true }),
    {
      type: "input",
      block_id: "at",
      label: plain("When"),
      element: { type: "datetimepicker", action_id: "at", initial_date_time: Math.floor(now.getTime() / 1_000) },
    },
  ]);
}
