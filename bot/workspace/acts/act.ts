import { Refusal } from "../refusal.js";
import { teamShape, userShape } from "../requests/shapes.js";
import { elementsOf } from "../state/elements.js";
import { APP_ID } from "../team.js";
import type { PostAction } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { placeOf } from "./place.js";
import { HAD_TROUBLE, tellTrouble } from "./trouble.js";

/** Somebody presses a button, or chooses in a menu. */
export async function act(workspace: Workspace, asked: PostAction): Promise<void> {
  const { as: userId, action } = asked;
  const { blocks, viewId, message, container, shape } = await placeOf(workspace, asked);
  const acknowledged = await workspace.requests.interaction({
    type: "block_actions",
    token: "workspace",
    user: userShape(userId),
    api_app_id: APP_ID,
    container,
    trigger_id: workspace.triggers.issue({ userId, viewId }),
    team: teamShape(),
    enterprise: null,
    is_enterprise_install: false,
    ...shape,
    ...(message
      ? { response_url: `${workspace.url}/response/${workspace.responseUrls.issue({ userId, ...message })}` }
      : {}),
    actions: [{ ...asMade(blocks, action), action_ts: workspace.timestamp() }],
  });
  if (!acknowledged.ok) tellTrouble(workspace, userId, HAD_TROUBLE);
}

/** What a button carries is what its maker gave it, whatever the page says. */
function asMade(blocks: readonly unknown[], action: PostAction["action"]): Record<string, unknown> {
  const element = elementsOf(blocks).find(
    (one) => one.actionId === action.action_id && one.blockId === action.block_id,
  );
  if (!element) throw new Refusal("not_found", { messages: ["That is no longer there: reload the page."] });
  const { text, value } = element.fields;
  const ofButton = { ...(text ? { text } : {}), ...(value === undefined ? {} : { value }) };
  return { ...action, type: element.type, ...(element.type === "button" ? ofButton : {}) };
}
