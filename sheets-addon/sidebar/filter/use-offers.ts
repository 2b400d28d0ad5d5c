import { useId, useState } from "preact/hooks";

export interface Offer {
  text: string;
  help?: string;
}

export interface Offers {
  listId: string;
  /** Shown ones; none while the list is closed. */
  offers: readonly Offer[];
  active: number;
  /** For the field that the list belongs to. */
  aria: {
    role: "combobox";
    "aria-autocomplete": "list";
    "aria-expanded": boolean;
    "aria-controls"?: string;
    "aria-activedescendant"?: string;
  };
  take(offer: Offer): void;
  /** Says whether the list used the key. */
  press(event: KeyboardEvent): void;
  setOpen(isOpen: boolean): void;
}

/** The keys of a field with offers: arrows choose, Enter and Tab take, Escape closes. */
export function useOffers(all: readonly Offer[], onTake: (offer: Offer) => void): Offers {
  const listId = useId();
  const [isOpen, setShown] = useState(false);
  const [at, setAt] = useState(0);
  const offers = isOpen ? all : [];
  const active = Math.min(at, offers.length - 1);
  const setOpen = (next: boolean) => {
    setShown(next);
    setAt(0);
  };
  const take = (offer: Offer) => {
    // A name of a field goes on with its values.
    setOpen(offer.text.endsWith(":"));
    onTake(offer);
  };
  const press = (event: KeyboardEvent) => {
    const offer = offers[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!offer || event.isComposing) return;
    if (step) setAt((active + step + offers.length) % offers.length);
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) take(offer);
    else if (event.key === "Escape") setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const isShown = offers.length > 0;
  const aria = {
    role: "combobox" as const,
    "aria-autocomplete": "list" as const,
    "aria-expanded": isShown,
    ...(isShown ? { "aria-controls": listId, "aria-activedescendant": `${listId}-${active}` } : {}),
  };
  return { listId, offers, active, aria, take, press, setOpen };
}
