import type { ListName } from "../query/index.js";

/** A saved query: `segment:name` in other queries finds what it finds. */
export interface Segment {
  /** The name folded (lower case, no accents): two names that read the same are one. */
  _id: string;
  name: string;
  list: ListName;
  query: string;
  /** Whose creators its changes are counted for; inside another query, that query's brand counts. */
  brandId: string;
  owner: string;
  savedAt: Date;
  /** When its members were looked at, oldest first: what `segmentChanges` can compare. Of lists of creators only. */
  looks: Date[];
  /** Raised by every change; a change is written only at the `rev` it was decided from. */
  rev: number;
}
