import { MongoChangeStreamNotificationChannel } from "@agendajs/mongo-backend";
import { Agenda, type Job as AgendaJob, type BackoffStrategy, exponential } from "agenda";
import { beat } from "../core/queue/index.js";
import type { JobContext } from "./job.js";
import { JOBS, jobBackend } from "./job-backend.js";
import { ON_DEMAND, type OnDemand, SCHEDULE, type Scheduled } from "./schedule.js";

/** How often the worker looks for jobs that are due; jobs asked for are heard of at once besides. Agenda's own words. */
const LOOKS = "1 second";

/** A job that somebody asked for and that failed runs again, for about an hour: a database or Slack that is away. */
const AGAIN = { delay: 2_000, maxDelay: 5 * 60_000, maxRetries: 15 };

/** How often the worker says that it is alive; milliseconds. */
const BEATS = 5_000;

/** Runs jobs until it is stopped; any number of workers share the work. */
export interface RunningWorker {
  /** Resolves when the job at hand is given back. */
  stop(): Promise<void>;
}

export async function startWorker(
  context: JobContext,
  schedule: readonly Scheduled[] = SCHEDULE,
  onDemand: readonly OnDemand[] = ON_DEMAND,
): Promise<RunningWorker> {
  const agenda = openAgenda(context);
  // What runs by itself works through everything that is due: one at a time, over all workers.
  for (const job of schedule) defineJob(agenda, job, context, { lockLimit: 1, concurrency: 1 });
  for (const job of onDemand) {
    const atOnce = { lockLimit: job.atOnce, concurrency: job.atOnce };
    defineJob(agenda, job, context, { ...atOnce, backoff: exponential(AGAIN) });
  }
  await agenda.start();
  for (const { name, often } of schedule) await agenda.every(often, name, {});
  const alive = await keepBeating(context);
  return {
    async stop() {
      clearInterval(alive);
      await agenda.stop();
    },
  };
}

function openAgenda({ db, log }: JobContext): Agenda {
  const agenda = new Agenda({
    backend: jobBackend(db),
    notificationChannel: new MongoChangeStreamNotificationChannel({ db: db.db as never, collection: JOBS }),
    processEvery: LOOKS,
    removeOnComplete: true,
  });
  agenda.on("error", (err) => log.error({ err }, "the worker lost its queue"));
  agenda.on("fail", (err: Error | string, job) => log.error({ err, job: job.attrs?.name }, "a job failed"));
  return agenda;
}

function defineJob(
  agenda: Agenda,
  { name, lockLifetime, run }: Pick<Scheduled, "name" | "lockLifetime" | "run">,
  context: JobContext,
  limits: { lockLimit: number; concurrency: number; backoff?: BackoffStrategy },
): void {
  const work = (job: AgendaJob, done: (error?: Error) => void): void => {
    void held(job, lockLifetime, () => run(job.attrs.data, context)).then(() => done(), done);
  };
  agenda.define(name, work, { lockLifetime, ...limits });
}

/** Says that a job is under way as long as it is: only one whose process died is run again by another. */
async function held(job: AgendaJob, lockLifetime: number, work: () => Promise<void>): Promise<void> {
  const touching = setInterval(() => void job.touch().catch(() => undefined), lockLifetime / 3);
  try {
    await work();
  } finally {
    clearInterval(touching);
  }
}

async function keepBeating({ db, log, now }: JobContext): Promise<NodeJS.Timeout> {
  const say = () => beat(db, now()).catch((err: unknown) => log.debug({ err }, "a heartbeat was not written"));
  await say();
  return setInterval(() => void say(), BEATS).unref();
}
