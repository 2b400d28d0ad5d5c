import type { ContextActionsBlock, FeedbackButtons, IconButton } from "@slack/types";
import { useApp } from "../app/app-context.js";
import { useSurface } from "../elements/surface.js";
import { Icon } from "../frame/icon.js";

/** Small buttons under a message: thumbs, and icons of the bot's. */
export function ContextActionsView({ block, id }: { block: ContextActionsBlock; id: string }) {
  return (
    <div class="block-context-actions">
      {block.elements.map((element, at) =>
        element.type === "feedback_buttons" ? (
          <Feedback key={String(at)} element={element} id={id} />
        ) : (
          <IconAction key={String(at)} element={element} id={id} />
        ),
      )}
    </div>
  );
}

function Feedback({ element, id }: { element: FeedbackButtons; id: string }) {
  const surface = useSurface();
  const spot = { blockId: id, actionId: element.action_id ?? "" };
  return (
    <>
      {[element.positive_button, element.negative_button].map(({ text, value, accessibility_label }, at) => {
        const press = () => surface.act(spot, { type: element.type, text, value });
        return (
          <button
            key={value}
            type="button"
            class={`button button-bare button-icon${at === 1 ? " is-down" : ""}`}
            aria-label={accessibility_label ?? text.text}
            title={text.text}
            onClick={() => void press()}
          >
            <Icon name="thumb" />
          </button>
        );
      })}
    </>
  );
}

function IconAction({ element, id }: { element: IconButton; id: string }) {
  const { workspace, confirm } = useApp();
  const surface = useSurface();
  const { text, value, type, visible_to_user_ids } = element;
  if (visible_to_user_ids && !visible_to_user_ids.includes(workspace.state.me)) return null;
  const press = async () => {
    if (element.confirm && !(await confirm(element.confirm))) return;
    await surface.act(
      { blockId: id, actionId: element.action_id ?? "" },
      { type, ...(value === undefined ? {} : { value }) },
    );
  };
  return (
    <button
      type="button"
      class="button button-bare"
      aria-label={element.accessibility_label}
      onClick={() => void press()}
    >
      {text.text}
    </button>
  );
}
