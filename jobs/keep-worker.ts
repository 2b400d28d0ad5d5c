import { type ChildProcess, spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import type { Log } from "../core/log/index.js";

export interface KeepWorker {
  /** What Node runs, its own options first. */
  command: readonly string[];
  env: NodeJS.ProcessEnv;
  log: Log;
  /** Takes what the worker says on standard error. */
  stderr: NodeJS.WritableStream;
}

export interface KeptWorker {
  /** Resolves when the process has ended. */
  stop(): Promise<void>;
}

/** The first pause before a worker that died is started again, and the longest; milliseconds. */
const [SHORTEST, LONGEST] = [1_000, 30_000];
/** A worker that lived so long died of something new; milliseconds. */
const HEALTHY = 60_000;
/** How long the job at hand may take to be given back; milliseconds. */
const GRACE = 8_000;

/** Below the processes that people wait for: where an import takes every core, an answer still comes at once. */
export const WORKER_PRIORITY = constants.priority.PRIORITY_BELOW_NORMAL;

/** How long to wait before the next start, after so many deaths in a row; milliseconds. */
export const pauseBefore = (deaths: number): number => Math.min(LONGEST, SHORTEST * 2 ** Math.max(0, deaths - 1));

/**
 * Runs the worker as a process of its own, so that no parsing delays an answer, and starts it again when it dies.
 *
 * It ends with this process, however that ends: the channel between them closes.
 */
export function keepWorker({ command, env, log, stderr }: KeepWorker): KeptWorker {
  let child: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  let deaths = 0;
  let stopped = false;

  const start = () => {
    const startedAt = performance.now();
    child = spawn(process.execPath, command, { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
    giveWay(child);
    child.stderr?.on("data", (chunk: Buffer) => stderr.write(chunk));
    child.once("error", (err) => log.error({ err }, "the worker was not started"));
    child.once("exit", (code, signal) => {
      child = undefined;
      if (stopped) return;
      deaths = performance.now() - startedAt > HEALTHY ? 1 : deaths + 1;
      const pause = pauseBefore(deaths);
      log.warn({ code, signal, pause }, "the worker ended; it is started again");
      again = setTimeout(start, pause);
    });
  };
  start();

  return {
    async stop() {
      stopped = true;
      clearTimeout(again);
      if (child) await end(child);
    },
  };
}

/** At once, for threads that are there already keep the priority that they began with. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, WORKER_PRIORITY);
  } catch {
    // It has ended, which is heard of elsewhere.
  }
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), GRACE);
  await ended;
  clearTimeout(impatience);
}

/** In the worker's process: ends it when the process that started it is gone. */
export function endWithParent(): void {
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), GRACE).unref();
  });
}
