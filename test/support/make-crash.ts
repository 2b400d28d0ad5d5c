import type { Connection } from "mongoose";
import { MODELS } from "../../core/models.js";

const WRITES = ["bulkWrite", "insertMany", "insertOne", "updateMany", "updateOne", "deleteMany"] as const;

type Write = (...args: unknown[]) => Promise<unknown>;

/** A process that can be killed: from some write on, nothing that it does reaches the database. */
export interface MortalProcess {
  /** Lets as many writes through as said, and none after; a fraction of a bulk write may be one of them. */
  dieAfter(writes: number): void;
  /** Waits until nothing is under way, and begins a new process. Answers how many writes there were. */
  revive(): Promise<number>;
}

/** Puts the writes of a connection under a process' life. Once for each connection. */
export function mortal(db: Connection): MortalProcess {
  let left = Number.POSITIVE_INFINITY;
  let count = 0;
  const underWay = new Set<Promise<unknown>>();
  for (const modelOn of MODELS) {
    const collection = modelOn(db).collection as unknown as Record<string, Write>;
    for (const name of WRITES) {
      const write = collection[name]?.bind(collection);
      if (write === undefined) continue;
      collection[name] = (...args) => {
        if (left <= 0) return Promise.reject(new Error("the process is dead"));
        left -= 1;
        count += 1;
        const writing = write(...args);
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
    async revive() {
      await Promise.all(underWay);
      const counted = count;
      [left, count] = [Number.POSITIVE_INFINITY, 0];
      return counted;
    },
  };
}
