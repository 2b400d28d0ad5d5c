import { Refusal } from "../refusal.js";
import { channelShape, homeShape, messageShape, viewShape } from "../requests/shapes.js";
import { stateOf } from "../state/elements.js";
import type { InputState, PostAction } from "../wire.js";
import type { Workspace } from "../workspace.js";

/** Where a person acts: its blocks, and what a request says of the place. */
export interface Place {
  blocks: readonly unknown[];
  /** The view in which it is, for the trigger. */
  viewId?: string;
  /** The message in which it is, for the answer. */
  message?: { channel: string; ts: string };
  container: Record<string, unknown>;
  shape: Record<string, unknown>;
}

const GONE = new Refusal("not_found", { messages: ["That is no longer there: reload the page."] });

/** Finds where an action comes from; what the page says it holds is put beside what its inputs started with. */
export async function placeOf(
  workspace: Workspace,
  { as: userId, from, state }: Pick<PostAction, "as" | "from" | "state">,
): Promise<Place> {
  if ("channel" in from) return inMessage(workspace, userId, from, state);
  const { views } = workspace;
  if ("home" in from) {
    const home = views.homeOf(userId);
    if (!home) throw GONE;
    const view = homeShape(home, stateOf(home.blocks, state));
    return { blocks: home.blocks, container: { type: "view", view_id: home.id }, shape: { view } };
  }
  const open = views.find({ id: from.viewId });
  if (open?.userId !== userId) throw GONE;
  const { blocks, id } = open.view;
  const view = viewShape(open, stateOf(blocks, state));
  return { blocks, viewId: id, container: { type: "view", view_id: id }, shape: { view } };
}

async function inMessage(
  workspace: Workspace,
  userId: string,
  { channel, ts }: { channel: string; ts: string },
  state: InputState | undefined,
): Promise<Place> {
  const message = await workspace.messages.find(channel, ts);
  if (!message || (message.onlyFor && message.onlyFor !== userId)) throw GONE;
  const isEphemeral = message.onlyFor !== undefined;
  const blocks = [...(message.blocks ?? []), ...Object.values(message.unfurls ?? {}).flatMap((one) => one.blocks)];
  return {
    blocks,
    message: { channel, ts },
    container: {
      type: "message",
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: isEphemeral,
      ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
    },
    shape: {
      channel: channelShape(channel),
      state: { values: stateOf(blocks, state) },
      // Slack keeps no message that only one person sees, so it sends none.
      ...(isEphemeral ? {} : { message: await messageShape(workspace, message) }),
    },
  };
}
