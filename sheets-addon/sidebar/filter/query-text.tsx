import { useId, useLayoutEffect, useRef } from "preact/hooks";
import type { CompleteAnswer } from "../../../core/contract/index.js";
import { OfferList } from "./offer-list.js";
import { type Offer, useOffers } from "./use-offers.js";

interface QueryTextProps {
  query: string;
  cursor: number;
  /** About the text as it stands. */
  answer?: CompleteAnswer;
  write(query: string, cursor: number): void;
}

/** The query as text, with what it could go on with. */
export function QueryText({ query, cursor, answer, write }: QueryTextProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const taken = useRef(false);
  const take = ({ text }: Offer) => {
    if (!answer) return;
    taken.current = true;
    write(query.slice(0, answer.from) + text + query.slice(answer.to), answer.from + text.length);
    field.current?.focus();
  };
  const offered = answer?.offers.filter(({ text }) => query.slice(answer.from, answer.to) !== text) ?? [];
  const offers = useOffers(offered, take);
  useLayoutEffect(() => {
    if (taken.current) field.current?.setSelectionRange(cursor, cursor);
    taken.current = false;
  }, [cursor]);
  useGrowing(field, query);
  const press = (event: KeyboardEvent) => {
    const place = event.currentTarget instanceof HTMLTextAreaElement ? event.currentTarget.selectionStart : 0;
    const opens = event.key === "ArrowDown" && offers.offers.length === 0 && (event.altKey || place === query.length);
    if (opens) {
      write(query, place);
      offers.setOpen(true);
    } else offers.press(event);
    if (opens || event.key === "Enter") event.preventDefault();
  };
  return (
    <div class="field has-offers">
      <label for={id} class="label">
        As a query
      </label>
      <textarea
        id={id}
        ref={field}
        class="input query-text"
        rows={2}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        placeholder="gmv:>5k has:email"
        maxLength={10_000}
        value={query}
        aria-invalid={answer?.mistake !== undefined}
        {...offers.aria}
        onInput={({ currentTarget }) => {
          offers.setOpen(true);
          write(currentTarget.value.replaceAll("\n", " "), currentTarget.selectionStart);
        }}
        onKeyDown={press}
        onBlur={() => offers.setOpen(false)}
      />
      <OfferList label="How the query could go on" offers={offers} />
    </div>
  );
}

/** The field is as high as what is in it, up to the height that the style allows. */
function useGrowing(field: { current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    if (!field.current) return;
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight + 2}px`;
  }, [field, text]);
}
