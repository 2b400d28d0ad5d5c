/** Why two creators may be the same person. */
export type DoubleReason =
  | "same e-mail"
  | "same phone"
  | "same name and address"
  | "same video"
  | "same order"
  | "near handles";

/** How much each reason says: people share a parcel's address, seldom an e-mail, and no video has two makers. */
const WEIGHT: Readonly<Record<DoubleReason, number>> = {
  "same video": 5,
  "same order": 5,
  "same e-mail": 4,
  "same phone": 4,
  "same name and address": 3,
  "near handles": 2,
};

export interface DoublePair {
  /** Ids of the two, the lower first. */
  ids: [string, string];
  reasons: Set<DoubleReason>;
}

/** Creators who share something are taken for one person only where they are few: an agency's e-mail says nothing. */
const MOST_SHARING = 20;
/** Up to so many, each is paired with each; beyond, with the first alone, so that pairs grow with creators. */
const MOST_PAIRED = 5;

/** Pairs of creators with the reasons for each, gathered one reason at a time. */
export class DoublePairs {
  private readonly pairs = new Map<string, DoublePair>();

  /** Adds those who share one thing. */
  addGroup(ids: readonly string[], reason: DoubleReason): void {
    const distinct = [...new Set(ids)].sort();
    if (distinct.length > MOST_SHARING) return;
    const heads = distinct.length <= MOST_PAIRED ? distinct : distinct.slice(0, 1);
    for (const [place, first] of heads.entries()) {
      for (const second of distinct.slice(place + 1)) this.add(first, second, reason);
    }
  }

  add(one: string, other: string, reason: DoubleReason): void {
    if (one === other) return;
    const ids: [string, string] = one < other ? [one, other] : [other, one];
    const pair = this.pairs.get(ids.join(" "));
    if (pair === undefined) this.pairs.set(ids.join(" "), { ids, reasons: new Set([reason]) });
    else pair.reasons.add(reason);
  }

  remove(one: string, other: string): void {
    this.pairs.delete([one, other].sort().join(" "));
  }

  /** The likeliest first. */
  all(): DoublePair[] {
    return [...this.pairs.values()].sort((a, b) => weightOf(b) - weightOf(a) || (a.ids.join() < b.ids.join() ? -1 : 1));
  }
}

const weightOf = ({ reasons }: DoublePair): number => [...reasons].reduce((sum, reason) => sum + WEIGHT[reason], 0);
