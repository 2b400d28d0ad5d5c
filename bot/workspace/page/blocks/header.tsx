import type { HeaderBlock } from "@slack/types";
import { PlainText } from "../text/lines.js";

export function HeaderView({ block }: { block: HeaderBlock }) {
  return (
    <h3 class="block-header">
      <PlainText text={block.text.text} />
    </h3>
  );
}
