import type { AnyBlock, InputBlock } from "@slack/types";
import { blockIdOf } from "./block-id.js";
import { type ElementState, isEmptyState, type Values } from "./element-state.js";
import { isKnownBlock } from "./known-block.js";

/** What stops a view from being submitted, by block: what Slack itself checks before the bot is asked. */
export function checkValues(blocks: readonly AnyBlock[], values: Values, parent = ""): Record<string, string> {
  const errors: Record<string, string> = {};
  blocks.forEach((block, at) => {
    if (!isKnownBlock(block)) return;
    const blockId = blockIdOf(block, `${parent}${at}`);
    if (block.type === "container") Object.assign(errors, checkValues(block.child_blocks, values, `${parent}${at}-`));
    if (block.type !== "input") return;
    const error = checkInput(block, values[blockId]?.[block.element.action_id ?? ""]);
    if (error) errors[blockId] = error;
  });
  return errors;
}

function checkInput({ optional, element }: InputBlock, state: ElementState | undefined): string | undefined {
  if (state === undefined || isEmptyState(state)) return optional ? undefined : "Please fill this in.";
  const value = state.value ?? "";
  switch (element.type) {
    case "plain_text_input":
      return checkLength(value, element);
    case "email_text_input":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
        ? undefined
        : "This is not an e-mail address, such as mia@example.com.";
    case "url_text_input":
      return URL.canParse(value) ? undefined : "This is not a link. It starts with https://.";
    case "number_input":
      return checkNumber(value, element);
    default:
      return undefined;
  }
}

function checkLength(
  value: string,
  { min_length = 0, max_length = 3000 }: { min_length?: number; max_length?: number },
) {
  if (value.length < min_length) return `At least ${min_length} characters; these are ${value.length}.`;
  if (value.length > max_length) return `At most ${max_length} characters; these are ${value.length}.`;
  return undefined;
}

interface NumberRange {
  is_decimal_allowed: boolean;
  min_value?: string;
  max_value?: string;
}

function checkNumber(value: string, { is_decimal_allowed, min_value, max_value }: NumberRange): string | undefined {
  const number = Number(value);
  if (!Number.isFinite(number)) return "This is not a number.";
  if (!is_decimal_allowed && !Number.isInteger(number)) return "A whole number, please.";
  if (min_value !== undefined && number < Number(min_value)) return `At least ${min_value}.`;
  if (max_value !== undefined && number > Number(max_value)) return `At most ${max_value}.`;
  return undefined;
}
