import { readManifest } from "../manifest.js";
import { channelsOf, USERS } from "../team.js";
import type { PageState } from "../wire.js";
import type { Workspace } from "../workspace.js";

/** Everything that a person sees. */
export async function pageState({ messages, views }: Workspace, me: string): Promise<PageState> {
  const [{ features }, seen] = await Promise.all([readManifest(), messages.seenBy(me)]);
  const home = views.homeOf(me);
  return {
    me,
    users: [...USERS],
    channels: channelsOf(me),
    messages: seen,
    ...(home ? { home } : {}),
    views: views.of(me),
    isNew: seen.length === 0,
    commands: features.slash_commands.map(({ command, usage_hint, description }) => ({
      name: command,
      hint: usage_hint,
      description,
    })),
    shortcuts: features.shortcuts.map(({ callback_id, name, type }) => ({ callbackId: callback_id, name, kind: type })),
  };
}
