/** One row of one import that supports a record. */
export interface ClaimSeen {
  seq: number;
  /** The lowest line of the import that says it; `last` is the highest, where it is another. */
  line: number;
  last?: number;
  /** The day the row's figures held. */
  asOf: string;
}

/**
 * What rows say about one sample, video or product: each distinct content once, with every import that says it. A record is a function of its claims, so that taking an import's claims away gives back
 * exactly what the others say.
 */
export interface Claim<C> {
  brandId: string;
  content: C;
  seen: ClaimSeen[];
}

/** A record that rows support. */
export interface Claimed<C> {
  _id: string;
  brandId: string;
  claims: Claim<C>[];
  /** Every import that supports the record, ascending: what undo finds it by. */
  seqs: number[];
  rev: number;
}
