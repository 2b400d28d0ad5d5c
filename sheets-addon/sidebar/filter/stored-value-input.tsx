import { useId } from "preact/hooks";
import { splitValues } from "../query/split-values.js";
import { OfferList } from "./offer-list.js";
import { useCompletion } from "./use-completion.js";
import { useOffers } from "./use-offers.js";
import type { ValueInputProps } from "./value-input.js";

/** A value that is data: what is stored is offered. Several stand with commas between. */
export function StoredValueInput({ field, list, brand, label, value, setValue }: Omit<ValueInputProps, "input">) {
  const id = useId();
  const values = splitValues(value);
  const last = values.at(-1) ?? "";
  // An open quote: a value may hold spaces.
  const query = `${field.name}:${/^["“”]/.test(last) ? last : `"${last}`}`;
  const { answer } = useCompletion({ list, brand, query, cursor: query.length });
  const offered = answer?.offers.filter(({ text }) => text !== last) ?? [];
  const offers = useOffers(offered, ({ text }) => setValue([...values.slice(0, -1), text].join(", ")));
  return (
    <div class="field has-offers">
      <label for={id} class="label">
        {label}
      </label>
      <input
        id={id}
        class="input"
        type="text"
        autocomplete="off"
        spellcheck={false}
        maxLength={400}
        value={value}
        aria-describedby={`${id}-note`}
        {...offers.aria}
        onInput={({ currentTarget }) => {
          offers.setOpen(true);
          setValue(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown" && offers.offers.length === 0) offers.setOpen(true);
          else offers.press(event);
        }}
        onBlur={() => offers.setOpen(false)}
      />
      <OfferList label="Values in Roster" offers={offers} />
      <p id={`${id}-note`} class="note">
        Several with commas between
      </p>
    </div>
  );
}
