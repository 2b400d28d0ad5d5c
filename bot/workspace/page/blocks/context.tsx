import type { ContextBlock } from "@slack/types";
import { Text } from "../text/passages.js";
import { Picture } from "./picture.js";

export function ContextView({ block }: { block: ContextBlock }) {
  return (
    <div class="block-context">
      {block.elements.map((element, at) =>
        element.type === "image" ? (
          <Picture key={String(at)} image={element} look="context-picture" />
        ) : (
          <span key={String(at)} class="context-text">
            <Text text={element} />
          </span>
        ),
      )}
    </div>
  );
}
