import { readManifest } from "../manifest.js";
import { sendEvent } from "../requests/send-event.js";
import { messageShape } from "../requests/shapes.js";
import { pageFile } from "../state/page-file.js";
import { findChannel } from "../team.js";
import type { PageMessage, PostMessage } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { linksIn } from "./links-in.js";

export interface BroughtFile {
  name: string;
  content: Buffer;
}

/** Somebody writes, perhaps with files: the message is there at once, and the bot hears of it. */
export async function postMessage(
  workspace: Workspace,
  { as: user, channel, threadTs, text }: PostMessage,
  brought: readonly BroughtFile[] = [],
): Promise<PageMessage> {
  const files = await keepFiles(workspace, { user, channel }, brought);
  const message = await workspace.messages.put({
    channel,
    ts: workspace.timestamp(),
    user,
    text,
    ...(threadTs ? { threadTs } : {}),
    ...(files.length > 0 ? { files } : {}),
  });
  workspace.inBackground(tellBot(workspace, message));
  return message;
}

async function keepFiles(
  { files }: Workspace,
  { user, channel }: { user: string; channel: string },
  brought: readonly BroughtFile[],
) {
  const kept = await Promise.all(
    brought.map(async ({ name, content }) => {
      const { id } = await files.announce({ name, user });
      await files.write(id, content);
      return files.share(id, channel);
    }),
  );
  return kept.filter((file) => file !== undefined).map(pageFile);
}

async function tellBot(workspace: Workspace, message: PageMessage): Promise<void> {
  const { channel, ts, threadTs, text, user, files } = message;
  const kind = findChannel(channel)?.kind === "dm" ? "im" : "channel";
  const { unfurl_domains: domains } = (await readManifest()).features;
  const links = linksIn(text, domains);
  const shape = await messageShape(workspace, message);
  const said = { ...shape, ...(files ? { subtype: "file_share" } : {}), channel, channel_type: kind, event_ts: ts };
  const shared = {
    type: "link_shared",
    user,
    channel,
    message_ts: ts,
    ...(threadTs ? { thread_ts: threadTs } : {}),
    unfurl_id: `${channel}.${ts}`,
    source: "conversations_history",
    links,
    is_bot_user_member: true,
    event_ts: ts,
  };
  await Promise.all([sendEvent(workspace, said), ...(links.length > 0 ? [sendEvent(workspace, shared)] : [])]);
}
