/** Work that somebody began and that a test waits for. */
export class Pending {
  readonly #under = new Set<Promise<unknown>>();

  /** Counts work until it ends, well or not. */
  add(work: Promise<void>): Promise<void> {
    const counted = work.catch(() => {}).finally(() => this.#under.delete(counted));
    this.#under.add(counted);
    return work;
  }

  /** Resolves when all work has ended, that which work began too. */
  async settled(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under);
  }
}
