import { z } from "zod";
import { Refusal } from "../refusal.js";
import { findChannel } from "../team.js";
import type { PageChannel } from "../wire.js";
import type { Workspace } from "../workspace.js";

/** A method of the Web API: what came with the call, in; the answer without its `ok`, out. */
export type Method = (workspace: Workspace, sent: unknown) => Promise<object>;

/** A method whose arguments are read by a schema first. */
export function method<Arguments>(
  schema: z.ZodType<Arguments>,
  answer: (workspace: Workspace, asked: Arguments) => Promise<object> | object,
): Method {
  return async (workspace, sent) => {
    const read = schema.safeParse(sent);
    if (!read.success) throw new Refusal("invalid_arguments", { messages: [z.prettifyError(read.error)] });
    return answer(workspace, read.data);
  };
}

/** An argument that is JSON: a string in a form, itself in a JSON body. */
export const json = z.preprocess((sent) => {
  if (typeof sent !== "string") return sent;
  try {
    return JSON.parse(sent);
  } catch {
    return sent;
  }
}, z.unknown());

export const number = z.coerce.number();

export function channelOf(id: string): PageChannel {
  const channel = findChannel(id);
  if (!channel) throw new Refusal("channel_not_found");
  return channel;
}
