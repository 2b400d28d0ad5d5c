import type {
  AllMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewOutput,
  ViewResponseAction,
  ViewSubmitAction,
} from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { failedView } from "./blocks/failed-view.js";
import { harmless } from "./blocks/text.js";

/**
 * What a submitted view answers: nothing closes it; `errors` stand at its inputs; a view takes its place. What may take
 * longer than Slack waits is done in `after`, when Slack has its answer; `update` says so meanwhile, `close` lets the
 * person go on.
 */
export type ViewAnswer =
  | undefined
  | { errors: Record<string, string> }
  | { update: ModalView; after?: () => Promise<void> }
  | { close: true; after: () => Promise<void> }
  | { clear: true };

type Submitted = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, "ack" | "body" | "client">;

/** Acknowledges a submitted view with what came of it, and goes on with what may take longer. */
export async function answerView(
  { ack, body, client }: Submitted,
  answer: ViewAnswer,
  inWords: (error: unknown) => string,
): Promise<void> {
  const byDm = (error: unknown) => client.chat.postMessage({ channel: body.user.id, text: harmless(inWords(error)) });
  if (answer === undefined) return ack();
  if ("errors" in answer) return ack({ response_action: "errors", errors: answer.errors });
  if ("clear" in answer) return ack({ response_action: "clear" });
  if ("close" in answer) {
    await ack();
    await answer.after().catch(byDm);
    return;
  }
  await ack({ response_action: "update", view: answer.update });
  await answer.after?.().catch(async (error) => {
    const view = failedView(inWords(error));
    // The person may have closed the view meanwhile.
    await client.views.update({ view_id: body.view.id, view }).catch(() => byDm(error));
  });
}

/**
 * On top of the view, so that what was typed is still there behind it; on the third of the three views that Slack
 * stacks, at its first input.
 */
export function failureOver(view: ViewOutput, say: string): ViewResponseAction {
  const isThird = view.previous_view_id !== null && view.previous_view_id !== view.root_view_id;
  const input = view.blocks.find(({ type }) => type === "input")?.block_id;
  if (isThird && input !== undefined) return { response_action: "errors", errors: { [input]: say } };
  return { response_action: "push", view: failedView(say) };
}
