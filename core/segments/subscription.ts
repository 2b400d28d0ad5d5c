/** How often a digest is sent: every morning, or on Monday mornings. */
export const PACES = ["daily", "weekly"] as const;
export type Pace = (typeof PACES)[number];

/** That a place is told who entered a segment and who left it. */
export interface Subscription {
  /** Segment and place: a place is told of a segment once. */
  _id: string;
  /** Id of the segment. */
  segment: string;
  /** Where digests go, in the words of a surface, such as `slack:C123`. */
  place: string;
  /** The person who alone reads them, whose own acts are left out; absent where several read. */
  reader?: string;
  /** Whose rights decide what is told. */
  by: string;
  pace: Pace;
  /** Up to when the last digest told. */
  since: Date;
  nextAt: Date;
  /** Until when a worker holds it that is sending; after that, another takes it up. */
  heldUntil?: Date;
}
