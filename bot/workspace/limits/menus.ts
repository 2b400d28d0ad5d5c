import { z } from "zod";
import { actionable, confirmable, focusable, placeholder, severalSelectable } from "./element-fields.js";
import { areAmong, conversationFilter, options } from "./options.js";
import { text } from "./text.js";

const menu = { ...actionable, ...confirmable, ...focusable, ...placeholder };
const several = { ...menu, ...severalSelectable };

const NOT_ONE_OF_OPTIONS = "must match one of the options";

interface Offered {
  options?: readonly unknown[];
  option_groups?: readonly { options: readonly unknown[] }[];
}

const offersOnce = (of: Offered) => (of.options === undefined) !== (of.option_groups === undefined);
const offered = (of: Offered) => of.options ?? of.option_groups?.flatMap((group) => [...group.options]) ?? [];
const offering = { options: options.ofMenu.optional(), option_groups: options.groups.optional() };

const staticSelect = z
  .strictObject({ type: z.literal("static_select"), ...menu, ...offering, initial_option: options.one.optional() })
  .refine(offersOnce, "must have either options or option_groups")
  .refine((of) => areAmong(of.initial_option ? [of.initial_option] : [], offered(of)), {
    path: ["initial_option"],
    error: NOT_ONE_OF_OPTIONS,
  });

const multiStaticSelect = z
  .strictObject({
    type: z.literal("multi_static_select"),
    ...several,
    ...offering,
    initial_options: z.array(options.one).min(1).max(100).optional(),
  })
  .refine(offersOnce, "must have either options or option_groups")
  .refine((of) => areAmong(of.initial_options ?? [], offered(of)), {
    path: ["initial_options"],
    error: NOT_ONE_OF_OPTIONS,
  });

const fromOutside = { min_query_length: z.int().min(0).optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
const answering = { response_url_enabled: z.boolean().optional() };
const ids = z.array(text()).min(1).optional();

export const menus = [
  staticSelect,
  multiStaticSelect,
  z.strictObject({
    type: z.literal("external_select"),
    ...menu,
    ...fromOutside,
    initial_option: options.one.optional(),
  }),
  z.strictObject({
    type: z.literal("multi_external_select"),
    ...several,
    ...fromOutside,
    initial_options: z.array(options.one).min(1).max(100).optional(),
  }),
  z.strictObject({ type: z.literal("users_select"), ...menu, initial_user: text().optional() }),
  z.strictObject({ type: z.literal("multi_users_select"), ...several, initial_users: ids }),
  z.strictObject({
    type: z.literal("conversations_select"),
    ...menu,
    ...conversations,
    ...answering,
    initial_conversation: text().optional(),
  }),
  z.strictObject({
    type: z.literal("multi_conversations_select"),
    ...several,
    ...conversations,
    initial_conversations: ids,
  }),
  z.strictObject({ type: z.literal("channels_select"), ...menu, ...answering, initial_channel: text().optional() }),
  z.strictObject({ type: z.literal("multi_channels_select"), ...several, initial_channels: ids }),
] as const;
