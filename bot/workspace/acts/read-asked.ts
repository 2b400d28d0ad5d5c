import { z } from "zod";
import { Refusal } from "../refusal.js";
import { ADA, channelsOf, isPerson } from "../team.js";

// What the page may ask, as wire.ts says.

const as = z.string().refine(isPerson, "nobody of that name");
const channel = z.string();
const message = z.object({ channel, ts: z.string() });
const state = z.record(z.string(), z.record(z.string(), z.unknown()));
const from = z.union([message, z.object({ viewId: z.string() }), z.object({ home: z.literal(true) })]);

export const asked = {
  /** Without a person the workspace says who one is at first. */
  me: z.object({ as: as.default(ADA) }),
  message: z.object({ as, channel, threadTs: z.string().optional(), text: z.string().max(40_000) }),
  command: z.object({ as, channel, text: z.string().max(4_000) }),
  action: z.object({
    as,
    action: z.looseObject({ action_id: z.string(), block_id: z.string(), type: z.string() }),
    from,
    state: state.optional(),
  }),
  view: z.object({ as, viewId: z.string(), what: z.enum(["submit", "close"]), state: state.default({}) }),
  shortcut: z.object({ as, callbackId: z.string(), message: message.optional() }),
  options: z.object({ as, actionId: z.string(), blockId: z.string(), value: z.string(), from }),
  place: z.object({ as, channel: channel.optional() }),
};

/** Reads what the page asks; a channel must be one that the person is in. */
export function readAsked<Asked extends { as: string; channel?: string }>(
  schema: z.ZodType<Asked>,
  sent: unknown,
): Asked {
  const read = schema.safeParse(sent);
  if (!read.success) throw new Refusal("invalid_arguments", { messages: [z.prettifyError(read.error)] });
  const { as: userId, channel: named } = read.data;
  if (named !== undefined && !channelsOf(userId).some(({ id }) => id === named)) {
    throw new Refusal("channel_not_found");
  }
  return read.data;
}
