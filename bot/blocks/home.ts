import type { HomeView, KnownBlock } from "@slack/types";
import type { Person } from "../../core/access/index.js";
import type { Counted, Overview } from "../../core/overview/index.js";
import type { Subscription } from "../../core/segments/index.js";
import { homeAdmin } from "./home-admin.js";
import { homeImports } from "./home-imports.js";
import { homeSources } from "./home-sources.js";
import { actions, button, divider, header, section, small } from "./parts.js";
import { newSegment, segmentLine } from "./segment-list.js";
import { type ListedSheets, sheetList } from "./sheet-list.js";

export interface HomeContent extends Overview {
  /** What the person may do, in words. */
  role: string;
  /** Whether the person may save segments. */
  maySave: boolean;
  subscriptions: readonly Subscription[];
  sheets: ListedSheets;
  /** For admins only. */
  people?: readonly Person[];
}

/** A Home has at most 100 blocks: each part has a bound. */
const MOST_SEGMENTS = 12;
const MOST_SHEETS = 8;

/** The page that a person sees on opening Roster. */
export const home = (content: HomeContent): HomeView => ({
  type: "home",
  blocks: [
    ...totals(content),
    ...decisions(content),
    ...homeSources(content.brands, content.freshness),
    ...homeImports(content.running, content.recent),
    ...segments(content),
    ...sheetList(content.sheets, MOST_SHEETS),
    ...(content.people ? homeAdmin(content.brands, content.people) : []),
    divider,
    small(content.role),
  ],
});

/** What somebody without any right sees. */
export const homeOfStranger = (say: string): HomeView => ({ type: "home", blocks: [header("Roster"), section(say)] });

const told = ({ count, more }: Counted): string => `${count.toLocaleString("en-US")}${more ? "+" : ""}`;

const people = (counted: Counted): string => `${told(counted)} ${counted.count === 1 ? "creator" : "creators"}`;

function totals({ totals: { creators, samples, videos, products } }: HomeContent): KnownBlock[] {
  const parts = [
    people(creators),
    ...(samples ? [`${told(samples)} samples`] : []),
    ...(videos ? [`${told(videos)} videos`] : []),
    ...(products ? [`${told(products)} products`] : []),
  ];
  return [
    header("Roster"),
    section(parts.join("   ·   ")),
    actions(
      button("Find a creator", { id: "open-find-creator" }, { style: "primary" }),
      button("Help", { id: "open-help" }),
      button("Look again", { id: "refresh-home" }),
    ),
  ];
}

function decisions({ toDecide }: HomeContent): KnownBlock[] {
  if (!toDecide) return [];
  const { alternatives, doubles } = toDecide;
  if (alternatives.count + doubles.count === 0) return [];
  return [
    header("To decide"),
    ...(alternatives.count === 0
      ? []
      : [
          section(
            `${people(alternatives)} for whom sources disagree about a value.`,
            button("Look at them", { id: "show-alternatives" }),
          ),
        ]),
    ...(doubles.count === 0
      ? []
      : [
          section(
            `${people(doubles)} who may be the double of another.`,
            button("Decide", { id: "decide-doubles", value: {} }),
          ),
        ]),
  ];
}

function segments({ segments: saved, subscriptions, brands, maySave }: HomeContent): KnownBlock[] {
  const shown = saved.slice(0, MOST_SEGMENTS);
  const names = new Map(brands.map((brand) => [brand._id, brand]));
  const left = saved.length - shown.length;
  return [
    header("Segments"),
    ...(shown.length === 0 ? [section("A segment is a saved query that you can be told about.")] : []),
    ...shown.map((segment) =>
      section(segmentLine(segment, subscriptions, names), button("Show", { id: "show-segment", value: segment._id })),
    ),
    ...(left > 0 ? [small(`And ${left} more: /creator segment list`)] : []),
    ...newSegment(maySave),
  ];
}
