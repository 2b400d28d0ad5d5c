import type { BrandCreator } from "../creators/brand-creator.js";
import type { Address, Creator, CreatorField, FieldValues, Name } from "../creators/creator.js";
import { squash } from "../text/squash.js";
import type { Editable } from "./editable.js";

/** Each field of a creator as one line for people; absent where nothing is known. */
export type FieldTexts = { [F in Editable]?: string };

/** What a person sees of a creator, field by field. */
export function fieldTexts(creator: Creator, link: BrandCreator | undefined): FieldTexts {
  const { email, phone, firstName, lastName, address = {}, badge } = creator;
  return {
    email,
    phone,
    name: textOf("name", { first: firstName, last: lastName }),
    firstName,
    lastName,
    address: textOf("address", address),
    line1: address.line1,
    line2: address.line2,
    city: address.city,
    state: address.state,
    zip: address.zip,
    country: address.country,
    badge,
    status: link?.status ?? "active",
    whitelisted: link?.whitelisted ? "yes" : "no",
  };
}

/** A value as one line: `Mia Cruz`, `12 Main St, Austin, TX 78701, US`. */
export function textOf<F extends CreatorField>(field: F, value: FieldValues[F]): string | undefined {
  if (field === "name") {
    const { first, last } = value as Name;
    return [first, last].filter(Boolean).join(" ") || undefined;
  }
  if (field === "address") {
    const { line1, line2, city, state, zip, country } = value as Address;
    const place = [state, zip].filter(Boolean).join(" ");
    return [line1, line2, city, place, country].filter(Boolean).join(", ") || undefined;
  }
  return value as string;
}

/** Whether two texts say the same: case and spacing do not count, and no value is as good as none. */
export const isSameText = (a: string | null | undefined, b: string | null | undefined): boolean =>
  squash(a) === squash(b);
