import type { Connection } from "mongoose";
import { MODELS } from "../../core/models.js";

const WRITES = ["bulkWrite", "insertMany", "insertOne", "updateMany", "updateOne", "deleteMany"] as const;

type Write = (...args: unknown[]) => Promise<unknown>;

/** A process whose writes can be cut off, or held up while others go first. */
export interface WatchedProcess {
  /** Lets as many writes through as said, and none after. */
  dieAfter(writes: number): void;
  /** Does something else after as many writes as said, before the next one reaches the database. */
  holdUpAfter(writes: number, meanwhile: () => Promise<unknown>): void;
  /** Waits until nothing is under way, and begins a new process. Answers how many writes there were. */
  revive(): Promise<number>;
}

/** Watches the writes of a connection. Once for each connection. */
export function watched(db: Connection): WatchedProcess {
  let left = Number.POSITIVE_INFINITY;
  let before: { writes: number; meanwhile: () => Promise<unknown> } | undefined;
  let count = 0;
  const underWay = new Set<Promise<unknown>>();

  const admit = async () => {
    if (left <= 0) throw new Error("the process is dead");
    left -= 1;
    count += 1;
    if (before === undefined || count <= before.writes) return;
    const { meanwhile } = before;
    before = undefined;
    await meanwhile();
  };
  for (const modelOn of MODELS) {
    const collection = modelOn(db).collection as unknown as Record<string, Write>;
    for (const name of WRITES) {
      const write = collection[name]?.bind(collection);
      if (write === undefined) continue;
      collection[name] = (...args) => {
        const writing = admit().then(() => write(...args));
        const done: Promise<unknown> = writing.then(
          () => underWay.delete(done),
          () => underWay.delete(done),
        );
        underWay.add(done);
        return writing;
      };
    }
  }
  return {
    dieAfter(writes) {
      left = writes;
    },
    holdUpAfter(writes, meanwhile) {
      count = 0;
      before = { writes, meanwhile };
    },
    async revive() {
      await Promise.all(underWay);
      const counted = count;
      [left, count, before] = [Number.POSITIVE_INFINITY, 0, undefined];
      return counted;
    },
  };
}
