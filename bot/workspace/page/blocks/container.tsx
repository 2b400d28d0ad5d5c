import type { ContainerBlock } from "@slack/types";
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "../frame/icon.js";
import { PlainText } from "../text/lines.js";
import { Text } from "../text/passages.js";
import { Picture } from "./picture.js";
import { RichTextView } from "./rich-text.js";

/** Blocks in a frame, which may be folded away. */
export function ContainerView({ block, children }: { block: ContainerBlock; children: ComponentChildren }) {
  const { is_collapsible = false, default_collapsed = false, has_header_divider = false, width = "standard" } = block;
  const [isFolded, setFolded] = useState(is_collapsible && default_collapsed);
  const inside = useId();
  return (
    <section class={`block-container container-${width}${has_header_divider ? " has-divider" : ""}`}>
      <ContainerHead block={block}>
        {is_collapsible && (
          <button
            type="button"
            class="button button-bare button-icon"
            aria-expanded={!isFolded}
            aria-controls={inside}
            aria-label={isFolded ? "Unfold" : "Fold"}
            onClick={() => setFolded(!isFolded)}
          >
            <Icon name={isFolded ? "right" : "down"} />
          </button>
        )}
      </ContainerHead>
      <div id={inside} class="container-inside" hidden={isFolded}>
        {children}
      </div>
    </section>
  );
}

function ContainerHead({ block, children }: { block: ContainerBlock; children: ComponentChildren }) {
  const { title, rich_text_title, subtitle, icon } = block;
  if (!title && !rich_text_title && !subtitle && !block.is_collapsible) return null;
  return (
    <header class="container-head">
      {icon && <Picture image={icon} look="card-icon" />}
      <div class="card-names">
        {title && (
          <div class="card-title">
            <PlainText text={title.text} />
          </div>
        )}
        {rich_text_title && (
          <div class="card-title">
            <RichTextView block={rich_text_title} />
          </div>
        )}
        {subtitle && (
          <div class="card-subtitle">
            <Text text={subtitle} />
          </div>
        )}
      </div>
      {children}
    </header>
  );
}
