import type { Surface } from "../access/actor.js";
import type { LinkStatus } from "../creators/brand-creator.js";
import type { Badge, CreatorField, FieldValues } from "../creators/creator.js";
import type { CreatorKey } from "../sightings/sighting.js";

/** What a person changed; `null` clears a field. */
export type EditChange =
  | { kind: "set"; field: CreatorField; from: FieldValues[CreatorField] | null; to: FieldValues[CreatorField] | null }
  | { kind: "badge"; from: Badge | null; to: Badge | null }
  /** The field follows the sources again. */
  | { kind: "release"; field: CreatorField | "badge" }
  | { kind: "add" }
  | { kind: "status"; from: LinkStatus; to: LinkStatus }
  | { kind: "whitelist"; to: boolean }
  | { kind: "tag"; add: string[]; remove: string[] }
  | { kind: "note"; text: string }
  /** Words that went between the brand and the creator, as a person logs them. */
  | { kind: "communication"; channel: "tiktok-dm"; direction: "in" | "out"; text: string; when: Date }
  | { kind: "merge"; into: CreatorKey }
  /** Looked like a double of another creator, and is somebody else. Each of the two gets one. */
  | { kind: "notDoubles"; of: CreatorKey }
  /** Says that somebody was forgotten, not who: it has no keys. */
  | { kind: "forget" };

/** A change that only the link to a brand depends on: what can be made for many creators at once. */
export type LinkChange = Extract<EditChange, { kind: "status" | "whitelist" | "tag" | "note" }>;

/** Taken back: by whom, and where; what was undone before that was kept has no `via`. */
export interface Undone {
  at: Date;
  by: string;
  via?: Surface;
}

/**
 * One change by a person: the audit log, and one of the things that a creator's state is computed from.
 *
 * It remembers the handle or user id and the brand that it was about, so that it finds its creator again whatever
 * becomes of the records, and keeps creator and link in being.
 */
export interface Edit {
  /** Ascending within a process, so that changes of one instant keep their order. */
  _id: string;
  key: CreatorKey;
  /** Every key the change is about: `key`, and for a merge the one merged into. */
  keys: CreatorKey[];
  brandId: string;
  change: EditChange;
  at: Date;
  /** The person, by id or by name where a surface knows no more. */
  by: string;
  via: Surface;
  /** Changes made as one, and undone as one. */
  batch?: string;
  /** Taken back, when and by whom: counts no more, and stays in the log. */
  undone?: Undone;
}
