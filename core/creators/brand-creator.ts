import type { FigureSeen } from "../snapshots/snapshot.js";
import type { ListedCreator } from "./creator.js";

export type LinkStatus = "active" | "inactive" | "blocked";

/** The link of a creator to a brand, with the figures of that brand and flat copies of what its lists need. */
export interface BrandCreator extends ListedCreator {
  /** `brandId:creatorId`. */
  _id: string;
  brandId: string;
  creatorId: string;
  status: LinkStatus;
  figures: { gmv?: FigureSeen; gmv30?: FigureSeen; emv?: FigureSeen };
  /** Euka's list of products, kept as text, from the lowest (`seq`, `line`). */
  productsSampled?: { text: string; seq: number };
  /** The earliest `asOf` of a sighting for this brand; none where only people's changes link them. */
  seenSince?: string;
  /** The earliest sample or video. */
  firstAt?: Date;
  rev: number;
}

export const brandCreatorId = (brandId: string, creatorId: string): string => `${brandId}:${creatorId}`;
