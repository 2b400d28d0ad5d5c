import { sendEvent } from "../requests/send-event.js";
import { homeShape } from "../requests/shapes.js";
import { channelsOf } from "../team.js";
import type { Workspace } from "../workspace.js";

/** Somebody looks at the app's Home: the bot hears of it each time and fills it. */
export function openHome(workspace: Workspace, userId: string): void {
  const home = workspace.views.homeOf(userId);
  const opened = {
    type: "app_home_opened",
    user: userId,
    channel: channelsOf(userId).find(({ kind }) => kind === "dm")?.id,
    tab: "home",
    ...(home ? { view: homeShape(home) } : {}),
    event_ts: workspace.timestamp(),
  };
  workspace.inBackground(sendEvent(workspace, opened));
}
