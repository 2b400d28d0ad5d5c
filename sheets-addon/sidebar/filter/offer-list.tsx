import { useLayoutEffect, useRef } from "preact/hooks";
import type { Offers } from "./use-offers.js";

/** What a field offers, below it. */
export function OfferList({ label, offers: { listId, offers, active, take } }: { label: string; offers: Offers }) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => list.current?.querySelector(".is-active")?.scrollIntoView({ block: "nearest" }), [active]);
  if (offers.length === 0) return null;
  return (
    <div class="offers" id={listId} role="listbox" aria-label={label} ref={list}>
      {offers.map((offer, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above hears the keys
        <div
          key={offer.text}
          id={`${listId}-${at}`}
          class={at === active ? "offer is-active" : "offer"}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(offer)}
        >
          <span class="offer-text">{offer.text}</span>
          {offer.help && <small>{offer.help}</small>}
        </div>
      ))}
    </div>
  );
}
