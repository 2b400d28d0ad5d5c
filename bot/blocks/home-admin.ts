import type { KnownBlock } from "@slack/types";
import type { Person } from "../../core/access/index.js";
import type { Brand } from "../../core/brands/index.js";
import { actions, button, header, section, small } from "./parts.js";
import { peopleList } from "./people-list.js";

/** Shown of each: the rest is in the terminal. */
const MOST_PEOPLE = 20;
const MOST_BRANDS = 10;

/** Who may do what, and the brands there are: for admins. */
export function homeAdmin(brands: readonly Brand[], people: readonly Person[]): KnownBlock[] {
  const names = new Map(brands.map(({ _id, name }) => [_id, name]));
  const left = brands.length - MOST_BRANDS;
  return [
    header("People"),
    ...peopleList(people, names, MOST_PEOPLE),
    actions(button("Add a person", { id: "open-add-person" })),
    header("Brands"),
    ...brands
      .slice(0, MOST_BRANDS)
      .map((brand) =>
        section(
          `${brand.name}  ·  ${brand.slug}\n${[brand.currency, brand.country, brand.zone].join("  ·  ")}`,
          button("Change", { id: "open-brand-form", value: { slug: brand.slug } }),
        ),
      ),
    ...(left > 0 ? [small(`And ${left} more, at the terminal: roster brands`)] : []),
    actions(button("Add a brand", { id: "open-add-brand", value: {} })),
  ];
}
