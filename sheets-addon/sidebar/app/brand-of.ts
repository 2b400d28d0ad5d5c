import type { MeAnswer } from "../../../core/contract/index.js";
import { ALL } from "./all-brands.js";

type Brand = MeAnswer["brands"][number];

const brandOf = (me: MeAnswer, slug: string): Brand | undefined => me.brands.find((brand) => brand.slug === slug);

export const brandName = (me: MeAnswer, slug: string): string =>
  slug === ALL ? "all brands" : (brandOf(me, slug)?.name ?? slug);

/** In which its schedules are; UTC for all brands. */
export const zoneOf = (me: MeAnswer, slug: string): string => brandOf(me, slug)?.zone ?? "UTC";

/** May send what they change in a list of the brand. */
export const mayEdit = (me: MeAnswer, slug: string): boolean =>
  slug === ALL ? me.brands.some((brand) => brand.mayEdit) : (brandOf(me, slug)?.mayEdit ?? false);

export const seesContacts = (me: MeAnswer, slug: string): boolean =>
  slug === ALL ? me.brands.every((brand) => brand.seesContacts) : (brandOf(me, slug)?.seesContacts ?? false);
