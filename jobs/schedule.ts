import { foldImports } from "./fold-imports.js";
import type { Job, JobContext } from "./job.js";
import { takeUpImports } from "./take-up-imports.js";

/** A job that runs by itself. */
export interface Scheduled {
  name: string;
  /** How often, in words that agenda reads. */
  often: string;
  lockLifetime: number;
  /** Takes the payload as it comes out of the database. */
  run(data: unknown, context: JobContext): Promise<void>;
}

/** What runs when. */
export const SCHEDULE: readonly Scheduled[] = [every("5 seconds", takeUpImports), every("1 day", foldImports)];

export function every<P>(often: string, { definition, lockLifetime, run }: Job<P>): Scheduled {
  const { name, payload } = definition;
  return { name, often, lockLifetime, run: (data, context) => run(payload.parse(data ?? {}), context) };
}
