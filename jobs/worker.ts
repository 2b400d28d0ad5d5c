import { MongoBackend } from "@agendajs/mongo-backend";
import { Agenda } from "agenda";
import type { JobContext } from "./job.js";
import { SCHEDULE, type Scheduled } from "./schedule.js";

/** How often the worker looks for jobs that are due; agenda's own words. */
const LOOKS = "1 second";

/** Runs jobs until it is stopped; any number of workers share the work. */
export interface RunningWorker {
  /** Resolves when the job at hand is given back. */
  stop(): Promise<void>;
}

export async function startWorker(
  context: JobContext,
  schedule: readonly Scheduled[] = SCHEDULE,
): Promise<RunningWorker> {
  const { db, log } = context;
  if (!db.db) throw new Error("the connection is not open");
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db.db as never, collection: "jobs" }),
    processEvery: LOOKS,
  });
  agenda.on("error", (err) => log.error({ err }, "the worker lost its queue"));
  agenda.on("fail", (err: Error | string, job) => log.error({ err, job: job.attrs?.name }, "a job failed"));
  for (const { name, lockLifetime, run } of schedule) {
    // One at a time, over all workers: each job here works through everything that is due.
    agenda.define(name, ({ attrs }) => run(attrs.data, context), { lockLifetime, lockLimit: 1, concurrency: 1 });
  }
  await agenda.start();
  for (const { name, often } of schedule) await agenda.every(often, name, {});
  return { stop: () => agenda.stop() };
}
