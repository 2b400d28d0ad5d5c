import type {
  ActionsBlock,
  ActionsBlockElement,
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  PlainTextElement,
  PlainTextOption,
  SectionBlock,
  SectionBlockAccessory,
} from "@slack/types";
import { withoutHidden } from "../../core/text/index.js";

/** Letters that Slack takes, in each place. */
export const MOST = {
  text: 3_000,
  field: 2_000,
  header: 150,
  button: 75,
  option: 75,
  title: 24,
  context: 2_000,
} as const;

/** At most so many UTF-16 units, as Slack counts; three dots where some were left out, and no half of an emoji. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Text as it stands: nothing in it is markup, and nothing hidden. Slack refuses an empty one. */
export const plain = (text: string, most: number = MOST.text): PlainTextElement => {
  const shown = withoutHidden(text);
  return { type: "plain_text", text: cutTo(shown.trim() === "" ? "–" : shown, most) };
};

export const section = (text: string, accessory?: SectionBlockAccessory): SectionBlock => ({
  type: "section",
  text: plain(text),
  ...(accessory ? { accessory } : {}),
});

export const header = (text: string): HeaderBlock => ({ type: "header", text: plain(text, MOST.header) });

/** Small and grey, below what it is about. */
export const small = (text: string): ContextBlock => ({ type: "context", elements: [plain(text, MOST.context)] });

export const divider: DividerBlock = { type: "divider" };

export const actions = (...elements: ActionsBlockElement[]): ActionsBlock => ({ type: "actions", elements });

/** @param action what the button does: its listener's name, and what that is told */
export const button = (
  label: string,
  action: { id: string; value?: unknown },
  look: Pick<Button, "style" | "confirm"> = {},
): Button => ({
  type: "button",
  text: plain(label, MOST.button),
  action_id: action.id,
  ...(action.value === undefined ? {} : { value: JSON.stringify(action.value) }),
  ...look,
});

export const option = (label: string, value: string): PlainTextOption => ({ text: plain(label, MOST.option), value });

/** Asks before something is done that cannot be taken back by the same button. */
export const confirm = (title: string, text: string, yes: string): NonNullable<Button["confirm"]> => ({
  title: plain(title, 100),
  text: plain(text, 300),
  confirm: plain(yes, 30),
  deny: plain("Keep it", 30),
});
