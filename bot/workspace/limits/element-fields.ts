import { z } from "zod";
import { confirm } from "./options.js";
import { id, plainText } from "./text.js";

// What several kinds of elements share.
export const actionable = { action_id: id.optional() };
export const confirmable = { confirm: confirm.optional() };
export const focusable = { focus_on_load: z.boolean().optional() };
export const placeholder = { placeholder: plainText(150).optional() };
export const severalSelectable = { max_selected_items: z.int().min(1).optional() };
export const dispatchable = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(["on_enter_pressed", "on_character_entered"]))
        .min(1)
        .max(2),
    })
    .optional(),
};
