import { PassThrough } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { createLog } from "../../core/log/index.js";
import { ensureIndexes } from "../../core/models.js";
import { openQueue } from "../../jobs/open-queue.js";
import { atOnce, every, type Scheduled } from "../../jobs/schedule.js";
import { startWorker } from "../../jobs/worker.js";
import { testDatabase } from "../support/database.js";

const db = testDatabase();
const log = createLog(new PassThrough().resume());

describe("startWorker", () => {
  it("runs a scheduled job at once, with its payload parsed, and goes on after one that failed", async () => {
    await ensureIndexes(db);
    const ran: unknown[] = [];
    const schedule: Scheduled[] = [
      every("1 hour", {
        definition: { name: "fails", payload: z.strictObject({}) },
        lockLifetime: 60_000,
        async run() {
          throw new Error("no luck");
        },
      }),
      every("1 hour", {
        definition: { name: "works", payload: z.strictObject({ size: z.number().default(7) }) },
        lockLifetime: 60_000,
        async run(payload) {
          ran.push(payload);
        },
      }),
    ];
    const worker = await startWorker({ db, log, now: () => new Date() }, schedule);
    await expect.poll(() => ran, { timeout: 15_000 }).toEqual([{ size: 7 }]);
    await worker.stop();
  });

  it("runs a job that another process asked for as soon as it hears of it, and again when it failed", async () => {
    const ran: number[] = [];
    const definition = { name: "asked", payload: z.strictObject({ size: z.number() }) };
    const job = atOnce(1, {
      definition,
      lockLifetime: 60_000,
      async run({ size }: { size: number }) {
        ran.push(size);
        if (ran.length === 1) throw new Error("no luck the first time");
      },
    });
    const worker = await startWorker({ db, log, now: () => new Date() }, [], [job]);
    onTestFinished(() => worker.stop());
    const queue = await openQueue(db, log);
    await queue.add(definition, { size: 7 });
    await expect.poll(() => ran.length, { timeout: 20_000 }).toBe(2);
    expect(ran).toEqual([7, 7]);
    await expect.poll(() => db.collection("jobs").countDocuments({ name: "asked" })).toBe(0);
    await expect(queue.add(definition, { size: "many" as never })).rejects.toThrow();
  });
});
