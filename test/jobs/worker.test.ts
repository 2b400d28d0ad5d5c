import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createLog } from "../../core/log/index.js";
import { ensureIndexes } from "../../core/models.js";
import { every, type Scheduled } from "../../jobs/schedule.js";
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
});
