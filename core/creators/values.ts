import { squash } from "../text/squash.js";
import type {
  Address,
  CreatorField,
  EditedValue,
  EditedValues,
  FieldValues,
  Name,
  SeenValue,
  SeenValues,
} from "./creator.js";
import { CREATOR_FIELDS } from "./creator.js";

/** Values with the same key are equal: case and spacing do not count. */
export function equalityKey<F extends CreatorField>(field: F, value: FieldValues[F]): string {
  if (field === "name") {
    const name = value as Name;
    return `${squash(name.first)}|${squash(name.last)}`;
  }
  if (field === "address")
    return addressParts(value as Address)
      .map(squash)
      .join("|");
  return squash(value as string);
}

const addressParts = ({ line1, line2, city, state, zip, country }: Address) => [
  line1,
  line2,
  city,
  state,
  zip,
  country,
];

/** Best first: quality, then the lowest (`seq`, `line`). Negative when `a` comes before `b`. */
function compareSeen(a: SeenValue, b: SeenValue): number {
  return b.quality - a.quality || a.seq - b.seq || a.line - b.line;
}

/**
 * The union of two lists of seen values, one entry for each distinct value, best first.
 *
 * Order and repetition do not matter, which is why imports can be applied in any order and more than once.
 */
export function joinSeen<F extends CreatorField>(
  field: F,
  stored: readonly SeenValue<FieldValues[F]>[],
  offered: readonly SeenValue<FieldValues[F]>[],
): SeenValue<FieldValues[F]>[] {
  const best = new Map<string, SeenValue<FieldValues[F]>>();
  for (const seen of [...stored, ...offered]) {
    const key = equalityKey(field, seen.value);
    const other = best.get(key);
    if (other === undefined || compareSeen(seen, other) < 0) best.set(key, seen);
  }
  return [...best.values()].sort(compareSeen);
}

/** What a field holds now: the newest edit of a person if there is one, else the best seen value. */
export function currentValue<T>(
  seen: readonly SeenValue<T>[] | undefined,
  edited: EditedValue<T> | undefined,
): T | undefined {
  if (edited !== undefined) return edited.value ?? undefined;
  return seen?.[0]?.value;
}

/** The other values of a field that a person should look at, best first. */
export function alternativesOf<F extends CreatorField>(
  field: F,
  seen: readonly SeenValue<FieldValues[F]>[] | undefined,
  edited: EditedValue<FieldValues[F]> | undefined,
): SeenValue<FieldValues[F]>[] {
  if (seen === undefined || (edited === undefined && seen.length < 2)) return [];
  const current = currentValue(seen, edited);
  if (current === undefined) return [...seen];
  return seen.filter(({ value }) => !says(field, current, value));
}

/** How many alternatives all fields have together. */
export function countAlternatives(values: SeenValues, edited: EditedValues): number {
  let count = 0;
  for (const field of CREATOR_FIELDS) count += alternativesIn(field, values, edited);
  return count;
}

/** How many alternatives one field has. */
export function alternativesIn<F extends CreatorField>(field: F, values: SeenValues, edited: EditedValues): number {
  return alternativesOf<F>(
    field,
    values[field] as SeenValue<FieldValues[F]>[] | undefined,
    edited[field] as EditedValue<FieldValues[F]> | undefined,
  ).length;
}

/** Whether `current` already says what `other` says: it is equal, contains it, or fits its mask. */
function says<F extends CreatorField>(field: F, current: FieldValues[F], other: FieldValues[F]): boolean {
  if (equalityKey(field, current) === equalityKey(field, other)) return true;
  if (field === "name") return containsName(current as Name, other as Name);
  if (field === "address") return containsAddress(current as Address, other as Address);
  if (field === "phone") return fitsMask(current as string, other as string);
  return false;
}

function containsName(current: Name, other: Name): boolean {
  return within(other.first, [current.first]) && within(other.last, [current.last]);
}

function containsAddress(current: Address, other: Address): boolean {
  const held = addressParts(current);
  return addressParts(other).every((part, place) => within(part, [held[place]]));
}

const within = (part: string | undefined, held: (string | undefined)[]): boolean =>
  part === undefined || held.some((value) => squash(value) === squash(part));

/** Whether a full number could be the masked one: same length, and the same wherever the mask shows a digit. */
export function fitsMask(full: string, masked: string): boolean {
  if (!masked.includes("*") || full.length !== masked.length) return false;
  for (let place = 0; place < masked.length; place += 1) {
    if (masked[place] !== "*" && masked[place] !== full[place]) return false;
  }
  return true;
}
