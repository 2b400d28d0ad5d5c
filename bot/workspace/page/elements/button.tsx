import type { Button, WorkflowButton } from "@slack/types";
import { useApp } from "../app/app-context.js";
import { PlainText } from "../text/lines.js";
import { safeUrl } from "../text/safe-url.js";
import { spotKey } from "./element-state.js";
import { Spinner } from "./spinner.js";
import { useSurface } from "./surface.js";
import type { ElementProps } from "./use-element.js";

/** Pressed once: until the bot has heard it, it can't be pressed again. A link opens, and the bot hears of that too. */
export function ButtonElement({ element, spot }: ElementProps<Button>) {
  const surface = useSurface();
  const { confirm } = useApp();
  const isBusy = surface.busy.has(spotKey(spot));
  const { type, text, value, style, url } = element;
  const press = async () => {
    if (isBusy || (element.confirm && !(await confirm(element.confirm)))) return;
    await surface.act(spot, { type, text, ...(value === undefined ? {} : { value }), ...(style ? { style } : {}) });
  };
  const look = {
    class: `button button-${style ?? "plain"}`,
    "aria-label": element.accessibility_label,
    onClick: () => void press(),
  };
  const link = url ? safeUrl(url) : undefined;
  if (link)
    return (
      <a {...look} href={link} target="_blank" rel="noopener noreferrer">
        <PlainText text={text.text} />
      </a>
    );
  return (
    <button {...look} type="button" disabled={isBusy} aria-busy={isBusy}>
      {isBusy && <Spinner />}
      <PlainText text={text.text} />
    </button>
  );
}

/** Workflows live at Slack only: shown, and not to be pressed. */
export function WorkflowButtonElement({ element }: { element: WorkflowButton }) {
  return (
    <button
      type="button"
      class={`button button-${element.style ?? "plain"}`}
      disabled
      title="Workflows run at Slack only"
    >
      <PlainText text={element.text.text} />
    </button>
  );
}
