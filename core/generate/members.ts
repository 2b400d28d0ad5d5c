import type { Permutation } from "./permutation.js";

/**
 * The creators whom one file mentions: so many of those in Euka's list (creators 0 … inEuka−1) and so many of the
 * others. Each member has a rank, from 0, by which quotas and dirt are dealt.
 */
export class Members {
  readonly count: number;
  private readonly inside: number;
  private readonly euka: Permutation;
  private readonly others: Permutation;
  private readonly inEuka: number;
  private readonly from: number;

  /** `from`: where on the ring of the others the members begin, which lets two files together cover all of it. */
  constructor(share: { inside: number; outside: number; inEuka: number; from?: number }, rings: Rings) {
    this.count = share.inside + share.outside;
    this.inside = share.inside;
    this.inEuka = share.inEuka;
    this.from = share.from ?? 0;
    this.euka = rings.euka;
    this.others = rings.others;
  }

  /** The rank of this creator, or −1 for one whom the file does not mention. */
  rankOf(creator: number): number {
    if (creator < this.inEuka) {
      const rank = this.euka.at(creator);
      return rank < this.inside ? rank : -1;
    }
    const ring = this.others.at(creator - this.inEuka);
    const rank = (ring - this.from + this.others.size) % this.others.size;
    return rank < this.count - this.inside ? this.inside + rank : -1;
  }

  creatorAt(rank: number): number {
    if (rank < this.inside) return this.euka.placeOf(rank);
    const ring = (rank - this.inside + this.from) % this.others.size;
    return this.inEuka + this.others.placeOf(ring);
  }

  has(creator: number): boolean {
    return this.rankOf(creator) >= 0;
  }
}

export interface Rings {
  euka: Permutation;
  others: Permutation;
}
