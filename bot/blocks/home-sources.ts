import type { KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import type { Freshness, SourceFreshness } from "../../core/overview/index.js";
import { header, section, small } from "./parts.js";

/** Brands that are told of in Home. */
const MOST_BRANDS = 10;

const MARKS: Readonly<Record<Freshness, string>> = { fresh: "🟢", ageing: "🟡", stale: "🔴" };

/** How fresh each source of each brand is. */
export function homeSources(brands: readonly Brand[], freshness: readonly SourceFreshness[]): KnownBlock[] {
  const shown = brands.slice(0, MOST_BRANDS);
  const left = brands.length - shown.length;
  return [
    header("How fresh the data is"),
    ...shown.map((brand) =>
      section(
        brandLines(
          brand,
          freshness.filter(({ brandId }) => brandId === brand._id),
        ),
      ),
    ),
    small(
      `🟢 fresh: under 3 days   🟡 ageing: under 7   🔴 stale${left > 0 ? `   ${left} more brands are not shown` : ""}`,
    ),
  ];
}

function brandLines({ name }: Brand, sources: readonly SourceFreshness[]): string {
  if (sources.length === 0) return `${name}\nNothing taken in yet. Drop a file in a channel to begin.`;
  return [name, ...sources.map((source) => `${MARKS[source.freshness]} ${source.source}: ${ageOf(source)}`)].join("\n");
}

const ageOf = ({ asOf, days, freshness }: SourceFreshness): string => {
  const ago = days === 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`;
  return `${freshness}, as of ${asOf} (${ago})`;
};
