import { z } from "zod";
import { readModal } from "../api/views.js";
import { Refusal } from "../refusal.js";
import { teamShape, userShape, viewShape } from "../requests/shapes.js";
import { missingOf, stateOf } from "../state/elements.js";
import type { OpenView } from "../state/views.js";
import { APP_ID } from "../team.js";
import type { InputState, PostView } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { HAD_TROUBLE, tellTrouble } from "./trouble.js";

type Errors = Record<string, string>;

const answer = z.discriminatedUnion("response_action", [
  z.looseObject({ response_action: z.literal("errors"), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ response_action: z.literal("update"), view: z.unknown() }),
  z.looseObject({ response_action: z.literal("push"), view: z.unknown() }),
  z.looseObject({ response_action: z.literal("clear") }),
]);

/** Somebody submits or closes a view. Answers what is wrong with it, by block. */
export async function leaveView(
  workspace: Workspace,
  { as, viewId, what, state }: PostView,
): Promise<{ errors?: Errors }> {
  const open = workspace.views.find({ id: viewId });
  if (open?.userId !== as) throw new Refusal("not_found", { messages: ["That view is closed already."] });
  if (what === "submit") return submit(workspace, open, state);
  await close(workspace, open);
  return {};
}

async function submit(workspace: Workspace, open: OpenView, state: InputState): Promise<{ errors?: Errors }> {
  const { view, userId } = open;
  const values = stateOf(view.blocks, state);
  const missing = missingOf(view.blocks, values);
  if (Object.keys(missing).length > 0) return { errors: missing };

  const acknowledged = await workspace.requests.interaction({
    ...common(open),
    type: "view_submission",
    trigger_id: workspace.triggers.issue({ userId, viewId: view.id }),
    view: viewShape(open, values),
    response_urls: [],
  });
  if (!acknowledged.ok) {
    tellTrouble(workspace, userId, HAD_TROUBLE);
    return {};
  }
  return follow(workspace, open, acknowledged.body);
}

/** Does what the bot answered a submission with. What Slack would refuse leaves the view as it is. */
function follow(workspace: Workspace, open: OpenView, body: string): { errors?: Errors } {
  const { views } = workspace;
  try {
    if (body.trim() === "") {
      views.close(open.userId, "top");
      return {};
    }
    const asked = answer.parse(JSON.parse(body));
    if (asked.response_action === "errors") return { errors: knownErrors(open, asked.errors) };
    if (asked.response_action === "clear") views.close(open.userId, "all");
    if (asked.response_action === "update") views.update(open, readModal(asked.view));
    if (asked.response_action === "push") views.push(open.userId, readModal(asked.view));
  } catch (error) {
    workspace.log.error({ err: error }, "the answer to a submitted view was refused");
    tellTrouble(workspace, open.userId, HAD_TROUBLE);
  }
  return {};
}

/** Errors stand at inputs only. */
function knownErrors({ view }: OpenView, errors: Errors): Errors {
  const inputs = new Set(view.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id));
  const stray = Object.keys(errors).filter((blockId) => !inputs.has(blockId));
  if (stray.length > 0) throw new Refusal("invalid_errors", { messages: stray.map((id) => `${id} is no input`) });
  return errors;
}

async function close(workspace: Workspace, open: OpenView): Promise<void> {
  const isCleared = open.view.clear_on_close === true;
  workspace.views.close(open.userId, isCleared ? "all" : "top");
  if (!open.view.notify_on_close) return;
  await workspace.requests.interaction({
    ...common(open),
    type: "view_closed",
    view: viewShape(open, stateOf(open.view.blocks)),
    is_cleared: isCleared,
  });
}

const common = ({ userId }: OpenView) => ({
  team: teamShape(),
  user: userShape(userId),
  api_app_id: APP_ID,
  token: "workspace",
  is_enterprise_install: false,
  enterprise: null,
});
