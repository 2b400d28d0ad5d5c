import type { Badge, CreatorField, FieldValues } from "../creators/creator.js";
import type { Figure, Window } from "../snapshots/snapshot.js";

/**
 * A creator as seen: `@handle`, or `#userId` where the row states a user id.
 *
 * One text for both, so that a creator has one list of the names it was seen under.
 */
export type CreatorKey = string;

export const handleKey = (handle: string): CreatorKey => `@${handle}`;
export const userKey = (userId: string): CreatorKey => `#${userId}`;
/** The handle of a key, or `undefined` for a user id's. */
export const handleOf = (key: CreatorKey): string | undefined => (key.startsWith("@") ? key.slice(1) : undefined);
export const userIdOf = (key: CreatorKey): string | undefined => (key.startsWith("#") ? key.slice(1) : undefined);
export const isUserKey = (key: CreatorKey): boolean => userIdOf(key) !== undefined;

/** A distinct value of one field, with the lowest line that says it. */
interface SightedValue<T = unknown> {
  value: T;
  quality: number;
  line: number;
}

/** One figure; the highest line that has it counts. */
interface SightedFigure<T = number> {
  value: T;
  line: number;
}

/** What one import said about one creator. The memory from which creators are computed. */
export interface Sighting {
  /** `seq` and key: one import gives each creator, as seen, one sighting. */
  _id: string;
  seq: number;
  key: CreatorKey;
  /** Handles that rows state beside the user id of `key`, each with the lowest line. */
  bindings?: { handle: string; line: number }[];
  brandId: string;
  source: string;
  window: Window;
  asOf: string;
  /** The lowest line of the file that mentions the creator. */
  line: number;
  fields: { [F in CreatorField]?: SightedValue<FieldValues[F]>[] };
  figures: { [F in Figure]?: SightedFigure };
  badge?: SightedFigure<Badge>;
  /** Euka's list of products, kept as text. */
  productsSampled?: string;
  /**
   * Sightings of imports that can be undone no more, for the same key, brand and source: this one only stands for them,
   * under the lowest of their `seq`.
   */
  folded?: Sighting[];
  rev: number;
}

export const sightingId = (seq: number, key: CreatorKey): string => `${seq}${key}`;
