import type { CarouselBlock } from "@slack/types";
import { useRef } from "preact/hooks";
import { blockIdOf } from "../elements/block-id.js";
import { Icon } from "../frame/icon.js";
import { CardView } from "./card.js";

/** Cards side by side, to scroll through. */
export function CarouselView({ block, id }: { block: CarouselBlock; id: string }) {
  const row = useRef<HTMLDivElement>(null);
  const turn = (by: -1 | 1) => row.current?.scrollBy({ left: by * row.current.clientWidth * 0.8, behavior: "smooth" });
  return (
    <section class="block-carousel" aria-label={`${block.elements.length} cards`}>
      <div class="carousel-row" ref={row}>
        {block.elements.map((card, at) => (
          <CardView key={blockIdOf(card, at)} block={card} id={card.block_id || id} />
        ))}
      </div>
      {block.elements.length > 1 && (
        <div class="carousel-turn">
          <button
            type="button"
            class="button button-plain button-icon"
            aria-label="Earlier cards"
            onClick={() => turn(-1)}
          >
            <Icon name="left" />
          </button>
          <button type="button" class="button button-plain button-icon" aria-label="More cards" onClick={() => turn(1)}>
            <Icon name="right" />
          </button>
        </div>
      )}
    </section>
  );
}
