import type { Query } from "./ast.js";

/** When and where the question is asked: ages and days count from here. */
export interface Moment {
  now: Date;
  /** IANA name of a time zone. */
  zone: string;
}

export interface CompileOptions extends Moment {
  /** Only of this brand; absent: of all brands. */
  brandId?: string;
  /** False for those who see contacts masked: they cannot search by them. */
  contacts?: boolean;
  /** By the brand's short name. */
  brandIds?: ReadonlyMap<string, string>;
  /** Saved queries by name. */
  segments?: ReadonlyMap<string, Query>;
  /** Ids of the products that an id or words of a name mean; see `namesIn`. Left out, every value is an id. */
  productIds?: (words: string) => readonly string[];
  /** For each query in `by`, in order, the ids of the creators it found. */
  creatorIds?: readonly (readonly string[])[];
}
