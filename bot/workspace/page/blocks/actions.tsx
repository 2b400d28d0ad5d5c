import type { ActionsBlock } from "@slack/types";
import { Element } from "../elements/element.js";

export function ActionsView({ block, id }: { block: ActionsBlock; id: string }) {
  return (
    <div class="block-actions">
      {block.elements.map((element, at) => (
        <Element key={element.action_id ?? String(at)} element={element} blockId={id} sends />
      ))}
    </div>
  );
}
