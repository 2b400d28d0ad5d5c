import { exportList } from "./export-list.js";
import { finishLeftBatches } from "./finish-batches.js";
import { foldImports } from "./fold-imports.js";
import { importDroppedFiles } from "./import-drop.js";
import type { Job, JobContext } from "./job.js";
import { lookAtAllSegments } from "./look-at-segments.js";
import { readDroppedFiles } from "./read-drop.js";
import { recountAllDoubles } from "./recount-doubles.js";
import { refreshDueSheets } from "./refresh-sheets.js";
import { sendDueDigests } from "./send-digests.js";
import { tagMany } from "./tag-many.js";
import { takeUpLeftDrops } from "./take-up-drops.js";
import { takeUpImports } from "./take-up-imports.js";
import { undoAskedBatch } from "./undo-batch.js";
import { undoAskedImports } from "./undo-imports.js";

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
export const SCHEDULE: readonly Scheduled[] = [
  every("5 seconds", takeUpImports),
  every("10 seconds", takeUpLeftDrops),
  every("1 day", foldImports),
  every("5 seconds", finishLeftBatches),
  every("1 minute", sendDueDigests),
  every("1 minute", refreshDueSheets),
  every("1 day", lookAtAllSegments),
  every("1 day", recountAllDoubles),
];

/** A job that is run when somebody asks for it. */
export interface OnDemand extends Omit<Scheduled, "often"> {
  /** How many of them one worker runs at a time. */
  atOnce: number;
}

/** What runs when it is asked for. */
export const ON_DEMAND: readonly OnDemand[] = [
  // One of each: so many take the memory of the worker, however large their files are.
  atOnce(1, readDroppedFiles),
  atOnce(1, importDroppedFiles),
  atOnce(1, undoAskedImports),
  atOnce(2, tagMany),
  atOnce(2, undoAskedBatch),
  atOnce(1, exportList),
];

export function every<P>(often: string, job: Job<P>): Scheduled {
  return { ...parsing(job), often };
}

export function atOnce<P>(most: number, job: Job<P>): OnDemand {
  return { ...parsing(job), atOnce: most };
}

function parsing<P>({ definition: { name, payload }, lockLifetime, run }: Job<P>): Omit<Scheduled, "often"> {
  return { name, lockLifetime, run: (data, context) => run(payload.parse(data ?? {}), context) };
}
