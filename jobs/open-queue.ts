import { Agenda } from "agenda";
import type { Connection } from "mongoose";
import type { Log } from "../core/log/index.js";
import type { Queue } from "../core/queue/index.js";
import { jobBackend } from "./job-backend.js";

/** A way to ask for jobs from a process that runs none. */
export async function openQueue(db: Connection, log: Log): Promise<Queue> {
  // Never started: it only writes down what workers find.
  const agenda = new Agenda({ backend: jobBackend(db) });
  agenda.on("error", (err) => log.error({ err }, "the queue lost its database"));
  await agenda.ready;
  return {
    async add({ name, payload }, given) {
      await agenda.now(name, payload.parse(given));
    },
  };
}
