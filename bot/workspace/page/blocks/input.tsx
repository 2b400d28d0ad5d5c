import type { InputBlock } from "@slack/types";
import { useId } from "preact/hooks";
import { Element } from "../elements/element.js";
import { useSurface } from "../elements/surface.js";
import { PlainText } from "../text/lines.js";

export function InputView({ block, id }: { block: InputBlock; id: string }) {
  const { errors } = useSurface();
  const labelId = useId();
  const error = errors[id];
  return (
    <div class={error ? "block-input has-error" : "block-input"} data-block={id}>
      <div class="input-label" id={labelId}>
        <PlainText text={block.label.text} />
        {block.optional && <span class="input-optional"> (optional)</span>}
      </div>
      <Element element={block.element} blockId={id} sends={block.dispatch_action === true} labelledBy={labelId} />
      {error && (
        <p class="input-error" role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p class="input-hint">
          <PlainText text={block.hint.text} />
        </p>
      )}
    </div>
  );
}
