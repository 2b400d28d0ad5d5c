import type { CreatorKey } from "../sightings/sighting.js";
import type { FigureSeen } from "../snapshots/snapshot.js";

/** A person's name; either part may be unknown. */
export interface Name {
  first?: string;
  last?: string;
  /** Broken letters that could not be repaired. */
  broken?: true;
}

/** A postal address: `state` is the two-letter code in the US, `country` the ISO code of two letters. */
export interface Address {
  line1?: string;
  line2?: string;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
}

/** The fields that are filled once and keep alternatives, and the shape of their values. */
export interface FieldValues {
  email: string;
  /** E.164, or with asterisks where the source masked it. */
  phone: string;
  name: Name;
  address: Address;
}

export const CREATOR_FIELDS = ["email", "phone", "name", "address"] as const;
export type CreatorField = keyof FieldValues;

/** A value of a field as some import said it first: the best quality, among equals the lowest (`seq`, `line`). */
export interface SeenValue<T = unknown> {
  value: T;
  /** Higher is better; see `quality.ts`. */
  quality: number;
  seq: number;
  line: number;
  source: string;
}

/** What a person set in place of what the sources say; `null` is a field that a person cleared. */
export interface EditedValue<T = unknown> {
  value: T | null;
  at: Date;
  by: string;
}

export type SeenValues = { [F in CreatorField]?: SeenValue<FieldValues[F]>[] };
export type EditedValues = { [F in CreatorField]?: EditedValue<FieldValues[F]> };

export const BADGES = ["bronze", "silver", "gold", "platinum", "ruby", "emerald", "sapphire", "diamond"] as const;
export type Badge = (typeof BADGES)[number];

/** What lists show, filter and sort by: the same names in `creators` (all brands) and in `brandCreators` (one). */
export interface ListedCreator {
  handle?: string;
  handles: string[];
  tiktokUserId?: string;
  email?: string;
  phone?: string;
  phoneVerified?: boolean;
  firstName?: string;
  lastName?: string;
  address?: Address;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
  badge?: Badge;
  /** 0 (bronze) to 7 (diamond), so that badges compare. */
  badgeRank?: number;
  followers?: number;
  gmvCents?: number;
  gmv30Cents?: number;
  emvCents?: number;
  videoGmvCents?: number;
  tags: string[];
  notes: Note[];
  whitelisted: boolean;
  optedOut: { email: boolean; sms: boolean };
  samples: number;
  videos: number;
  itemsSold: number;
  lastSampledAt?: Date;
  lastDeliveredAt?: Date;
  lastPostedAt?: Date;
  lastContactedAt?: Date;
  /** Earliest evidence: a sample, a video, or the day of the first import that names the creator. */
  joinedAt?: Date;
  updatedAt: Date;
  /** How many other values wait to be looked at. */
  alternatives: number;
  /** How many other creators may be the same person; absent: none. Counted by `recountDoubles`, carried along here. */
  duplicates?: number;
  sources: string[];
  /** Products sampled or promoted. */
  productIds: string[];
  /** Folded copies for searching. */
  search: { name?: string; city?: string; notes?: string; suffixes: string[] };
}

export interface Note {
  text: string;
  at: Date;
  by: string;
}

/** A person who sells on TikTok Shop, over all brands. Stored state, computed from sightings, edits and messages. */
export interface Creator extends ListedCreator {
  _id: string;
  /** What an import may have seen the creator under: `@handle` or `#userId`; see `sightings/sighting.ts`. */
  keys: string[];
  /** Handles that it holds or has held, and others too: what is seen under them is asked anew who it means. */
  contested?: string[];
  values: SeenValues;
  edited: EditedValues;
  editedBadge?: EditedValue<Badge>;
  figures: { followers?: FigureSeen; badge?: FigureSeen<Badge> };
  status: string[];
  brandIds: string[];
  /** Raised by every write; a write happens only at the `rev` it was computed from. */
  rev: number;
  /** Something was taken away: the next writer computes everything again from sightings. */
  stale?: true;
  /** Names that it has lost and that others are still to get: present only between two writes, or after a crash between them. */
  released?: CreatorKey[];
}
