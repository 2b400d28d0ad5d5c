import type { Option, PlainTextOption, RichTextBlock } from "@slack/types";

/** What one element holds, in the shape that Slack sends under `state.values`. */
export interface ElementState {
  type: string;
  value?: string | null;
  rich_text_value?: RichTextBlock | null;
  selected_option?: Option | PlainTextOption | null;
  selected_options?: (Option | PlainTextOption)[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_user?: string | null;
  selected_users?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  files?: unknown[];
}

/** Where an element is. */
export interface Spot {
  blockId: string;
  actionId: string;
}

/** What the elements of one message, view or Home hold, by block and action. */
export type Values = Record<string, Record<string, ElementState>>;

export const spotKey = ({ blockId, actionId }: Spot): string => `${blockId}\n${actionId}`;

export function withState(values: Values, { blockId, actionId }: Spot, state: ElementState): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: state } };
}

/** Nothing typed, nothing chosen. */
export function isEmptyState({ type: _, ...held }: ElementState): boolean {
  return Object.values(held).every(
    (value) => value === null || value === "" || (Array.isArray(value) && value.length === 0),
  );
}
