import type { Looker } from "../access/actor.js";
import type { ListName, Query } from "../query/index.js";

/** What is asked of a list, by whom and when. */
export interface ListQuestion {
  list: ListName;
  /** In the query language; empty for everything. */
  query: string;
  /** Of this brand; `all`: of all brands, figures added up. */
  brandId: string;
  /** IANA name of the zone in which days and ages count. */
  zone: string;
  now: Date;
  /** Who asks: sees the brand, or nothing; who sees contacts masked does not search by them either. */
  actor: Looker;
  /** Saved queries by name. */
  segments?: ReadonlyMap<string, Query>;
}

export interface ListRequest extends ListQuestion {
  /** Rows of one page, 1 to `MOST_ROWS`. */
  limit: number;
  /** `next` of the page before. */
  cursor?: string;
  /** Counts beyond `COUNTED` too. */
  count?: boolean;
}

/** In place of a brand's id. */
export const ALL_BRANDS = "all";

export const MOST_ROWS = 1_000;

/** A total is exact up to here; beyond, it is this with `more`, so that no list waits for a count. */
export const COUNTED = 10_000;

/** What no list may take longer than; ms. */
export const PATIENCE = 10_000;
