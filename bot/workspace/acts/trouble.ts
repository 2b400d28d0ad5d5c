import type { Workspace } from "../workspace.js";

/** Shows a person what Slack would show when something of the app did not work. */
export function tellTrouble({ audience }: Workspace, userId: string, text: string): void {
  audience.tell(userId, { kind: "trouble", text });
}

/** What Slack says of a button, a menu or a view whose request failed. */
export const HAD_TROUBLE = "We had some trouble connecting. Try again?";
