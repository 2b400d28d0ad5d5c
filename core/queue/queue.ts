import type { JobDefinition } from "./jobs.js";

/** Where work is put that is not done at once. */
export interface Queue {
  /** Asks for a job to run as soon as a worker is free. */
  add<P>(definition: JobDefinition<P>, payload: P): Promise<void>;
}
