import { cursorPlace } from "./cursor-place.js";
import type { Field, ListName } from "./field.js";
import { askableFields, findField, sortableFields } from "./fields.js";
import { printName } from "./print-value.js";

/** The most that is offered at once: what fits into a menu. */
const MAX_OFFERS = 25;

/** A way to go on: `text` replaces what is typed. */
interface Offer {
  text: string;
  help?: string;
}

export interface Completion {
  /** The part of the query, up to the cursor, that an offer replaces. */
  from: number;
  to: number;
  offers: Offer[];
}

/** Values that are stored for a field and begin with what is typed. */
export type StoredValues = (field: Field, prefix: string) => Promise<readonly string[]>;

/** How the word at the cursor could go on: names of fields first, after a colon the values of that field. */
export async function complete(
  text: string,
  cursor: number,
  list: ListName,
  values: StoredValues,
): Promise<Completion> {
  const to = Math.max(0, Math.min(cursor, text.length));
  const place = cursorPlace(text, to, list);
  const completion = (offers: Offer[]) => ({ from: place.start, to, offers: offers.slice(0, MAX_OFFERS) });

  if (place.field === undefined) return completion(place.quoted ? [] : fieldOffers(place.list, place.typed));
  const field = findField(place.list, place.field);
  if (!field) return completion([]);
  if (field.kind === "number" || field.kind === "time") {
    const examples = field.examples.map((example) => ({ text: example.slice(field.name.length + 1) }));
    const offers = startingWith(examples, place.operator + place.typed);
    return { ...completion(offers), from: place.start - place.operator.length };
  }
  const known = knownOffers(place.list, field);
  if (known) return completion(startingWith(known, place.typed));
  const stored = await values(field, place.typed);
  return completion(stored.map((value) => ({ text: printName(value) })));
}

function fieldOffers(list: ListName, typed: string): Offer[] {
  const begins = (name: string) => name.startsWith(typed.toLowerCase());
  return askableFields(list)
    .filter(({ name, aliases = [] }) => begins(name) || aliases.some(begins))
    .map(({ name, help }) => ({ text: `${name}:`, help }));
}

/** What the registry itself knows to stand after the field's colon; nothing, when the values are data. */
function knownOffers(list: ListName, field: Field): Offer[] | undefined {
  switch (field.kind) {
    case "set":
      return field.values?.map((value) => ({ text: value }));
    case "fact":
      return field.facts.map(({ name, help }) => ({ text: name, help }));
    case "sort":
      return sortableFields(list).flatMap(({ name, label, sort }) => [
        { text: name, help: label },
        { text: `${name}${sort?.first === 1 ? "-desc" : "-asc"}`, help: `${label}, the other way round` },
      ]);
    case "text":
      return undefined;
    default:
      return [];
  }
}

const startingWith = (offers: Offer[], typed: string): Offer[] =>
  offers.filter(({ text }) => text.startsWith(typed.toLowerCase()));
