import { z } from "zod";
import type { InputState } from "../wire.js";

/** An element that a person acts on, as its maker wrote it. */
export interface Element {
  blockId: string;
  actionId: string;
  type: string;
  /** Everything else of it. */
  fields: Record<string, unknown>;
  /** It stands in an input block: its value must be given unless the block says otherwise. */
  isRequired: boolean;
}

const elementShape = z.looseObject({ type: z.string(), action_id: z.string() });

const blockShape = z.looseObject({
  type: z.string(),
  block_id: z.string(),
  optional: z.boolean().optional(),
  element: z.unknown().optional(),
  accessory: z.unknown().optional(),
  elements: z.array(z.unknown()).optional(),
  child_blocks: z.array(z.unknown()).optional(),
  actions: z.array(z.unknown()).optional(),
});

/** The elements of blocks, those of containers and carousels too. */
export function elementsOf(blocks: readonly unknown[]): Element[] {
  return blocks.flatMap((sent) => {
    const block = blockShape.safeParse(sent);
    if (!block.success) return [];
    const { type, block_id: blockId, optional, element, accessory, elements = [], child_blocks, actions } = block.data;
    const own = [element, accessory, ...(actions ?? []), ...elements].flatMap((one) => {
      const read = elementShape.safeParse(one);
      if (!read.success) return [];
      const isRequired = type === "input" && optional !== true;
      return [{ blockId, actionId: read.data.action_id, type: read.data.type, fields: read.data, isRequired }];
    });
    return [...own, ...elementsOf(child_blocks ?? []), ...(type === "carousel" ? elementsOf(elements) : [])];
  });
}

/** The field in which Slack says what an element of a kind holds, and the field it starts with. */
const HOLDS: Record<string, [field: string, initial: string, whenEmpty: unknown]> = {
  plain_text_input: ["value", "initial_value", null],
  email_text_input: ["value", "initial_value", null],
  url_text_input: ["value", "initial_value", null],
  number_input: ["value", "initial_value", null],
  rich_text_input: ["rich_text_value", "initial_value", null],
  static_select: ["selected_option", "initial_option", null],
  external_select: ["selected_option", "initial_option", null],
  radio_buttons: ["selected_option", "initial_option", null],
  users_select: ["selected_user", "initial_user", null],
  channels_select: ["selected_channel", "initial_channel", null],
  conversations_select: ["selected_conversation", "initial_conversation", null],
  datepicker: ["selected_date", "initial_date", null],
  timepicker: ["selected_time", "initial_time", null],
  datetimepicker: ["selected_date_time", "initial_date_time", null],
  checkboxes: ["selected_options", "initial_options", []],
  multi_static_select: ["selected_options", "initial_options", []],
  multi_external_select: ["selected_options", "initial_options", []],
  multi_users_select: ["selected_users", "initial_users", []],
  multi_channels_select: ["selected_channels", "initial_channels", []],
  multi_conversations_select: ["selected_conversations", "initial_conversations", []],
  file_input: ["files", "", []],
};

/** What every input of some blocks holds: what the person gave, else what it started with. */
export function stateOf(blocks: readonly unknown[], given: InputState = {}): InputState {
  const values: InputState = {};
  for (const { blockId, actionId, type, fields } of elementsOf(blocks)) {
    const holds = HOLDS[type];
    if (!holds) continue;
    const [field, initial, whenEmpty] = holds;
    const block = values[blockId] ?? {};
    values[blockId] = block;
    block[actionId] = given[blockId]?.[actionId] ?? { type, [field]: fields[initial] ?? whenEmpty };
  }
  return values;
}

const REQUIRED = "Please complete this required field.";

/** What a view says at an input that may not stay empty, before the bot hears of it. */
export function missingOf(blocks: readonly unknown[], values: InputState): Record<string, string> {
  const missing = elementsOf(blocks).filter(({ blockId, actionId, type, isRequired }) => {
    const holds = HOLDS[type];
    return isRequired && holds !== undefined && isEmpty(valueIn(values[blockId]?.[actionId], holds[0]));
  });
  return Object.fromEntries(missing.map(({ blockId }) => [blockId, REQUIRED]));
}

function valueIn(held: unknown, field: string): unknown {
  return typeof held === "object" && held !== null ? Object.entries(held).find(([name]) => name === field)?.[1] : held;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
