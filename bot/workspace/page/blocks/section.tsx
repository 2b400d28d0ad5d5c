import type { SectionBlock } from "@slack/types";
import { useState } from "preact/hooks";
import { Element } from "../elements/element.js";
import { Text } from "../text/passages.js";
import { Picture } from "./picture.js";

/** A text longer than this is folded until it is asked for, unless the bot says `expand`; in characters and lines. */
const LONG = { characters: 900, lines: 14 };

export function SectionView({ block, id }: { block: SectionBlock; id: string }) {
  const { text, fields = [], accessory, expand = false } = block;
  const [isOpen, setOpen] = useState(expand);
  const isLong =
    text !== undefined && (text.text.length > LONG.characters || text.text.split("\n").length > LONG.lines);
  return (
    <div class="block-section">
      <div class="section-words">
        {text && (
          <div class={isLong && !isOpen ? "section-text is-folded" : "section-text"}>
            <Text text={text} />
          </div>
        )}
        {isLong && !expand && (
          <button type="button" class="link-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? "See less" : "See more"}
          </button>
        )}
        {fields.length > 0 && (
          <div class="section-fields">
            {fields.map((field, at) => (
              <div key={String(at)} class="section-field">
                <Text text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="section-accessory">
          {accessory.type === "image" ? (
            <Picture image={accessory} look="section-picture" />
          ) : (
            <Element element={accessory} blockId={id} sends />
          )}
        </div>
      )}
    </div>
  );
}
