import type { KnownBlock, StaticSelect } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import { MOST, option, plain, section, small } from "./parts.js";

export interface BrandChoice {
  /** What the channel was bound to; absent: to none. */
  bound?: Brand;
  /** What is meant where nothing else is said. */
  usual: Brand;
  brands: readonly Brand[];
  /** Whether the person may choose. */
  mayBind: boolean;
}

/** Options that a select takes. */
const MOST_OPTIONS = 100;

/** Which brand a channel works for, and a select to change it. */
export function brandChoice({ bound, usual, brands, mayBind }: BrandChoice): KnownBlock[] {
  const said = bound
    ? `This channel works for ${bound.name}. Lookups, lists and files here are about it.`
    : `This channel has no brand of its own: ${usual.name} is meant.`;
  if (!mayBind) return [section(said), small("An editor can choose another brand for this channel.")];
  const left = brands.length - MOST_OPTIONS;
  return [
    section(said, brandSelect(brands, bound)),
    small(left > 0 ? `${left} more brands: /creator brand NAME` : `Or type: /creator brand ${usual.slug}`),
  ];
}

function brandSelect(brands: readonly Brand[], bound: Brand | undefined): StaticSelect {
  const offered = brands.slice(0, MOST_OPTIONS);
  const chosen = offered.find(({ _id }) => _id === bound?._id);
  return {
    type: "static_select",
    action_id: "bind-brand",
    placeholder: plain("Choose a brand", MOST.option),
    options: offered.map(({ name, slug }) => option(name, slug)),
    ...(chosen ? { initial_option: option(chosen.name, chosen.slug) } : {}),
  };
}
