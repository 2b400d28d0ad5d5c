import type { ImageBlock } from "@slack/types";
import { PlainText } from "../text/lines.js";
import { Picture } from "./picture.js";

export function ImageView({ block }: { block: ImageBlock }) {
  return (
    <figure class="block-image">
      {block.title && (
        <figcaption>
          <PlainText text={block.title.text} />
        </figcaption>
      )}
      <Picture image={block} look="image-picture" />
    </figure>
  );
}
