/**
 * Deals `total` things out to `owners`, at least one each and exactly `total` in all, the later owners getting more.
 *
 * Things 0 … total−1 lie in order of their owners, so that both ways, owner → things and thing → owner, are
 * arithmetic. `doublings` is the tail: the last owner gets about 2^doublings times the average beyond the first one.
 */
export class Quota {
  private readonly total: number;
  private readonly owners: number;
  private readonly doublings: number;

  constructor(total: number, owners: number, doublings: number) {
    this.total = Math.max(total, owners);
    this.owners = owners;
    this.doublings = doublings;
  }

  /** The first thing of this owner. */
  startOf(owner: number): number {
    let share = owner / this.owners;
    for (let time = 0; time < this.doublings; time += 1) share *= share;
    return owner + Math.floor((this.total - this.owners) * share);
  }

  countOf(owner: number): number {
    return this.startOf(owner + 1) - this.startOf(owner);
  }

  /** The most that any owner has. */
  get most(): number {
    return this.countOf(this.owners - 1) + 1;
  }

  ownerOf(thing: number): number {
    let low = 0;
    let high = this.owners - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.startOf(middle) <= thing) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** True `times` times in `steps` steps, evenly: where among the good rows the others are put. */
export function isDue(step: number, steps: number, times: number): boolean {
  return Math.floor(((step + 1) * times) / steps) > Math.floor((step * times) / steps);
}
