import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { pauseBefore } from "../../jobs/keep-worker.js";
import { testDatabase, testDatabaseUri } from "../support/database.js";

/** Two processes start from source, on slow cores; milliseconds. */
vi.setConfig({ testTimeout: 120_000 });
const PATIENCE = { timeout: 60_000, interval: 200 };

const db = testDatabase();

describe("pauseBefore", () => {
  it("doubles from one second to half a minute", () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(pauseBefore)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });
});

/** `start` as people run it; what it is not told it finds nowhere. */
function startRoster(): ChildProcess {
  const directory = mkdtempSync(join(tmpdir(), "roster-worker-"));
  const { SLACK_BOT_TOKEN: _, ...env } = process.env;
  const program = spawn(process.execPath, ["--import", "tsx", "main.ts", "start", "--json"], {
    env: { ...env, MONGODB_URI: testDatabaseUri(), ROSTER_DATA_DIR: directory, PORT: "0" },
    stdio: "ignore",
  });
  onTestFinished(() => {
    program.kill("SIGKILL");
    rmSync(directory, { recursive: true, force: true });
  });
  return program;
}

/** The process of the worker that was the last to begin, other than those known. */
async function workerPid(known: readonly number[] = []): Promise<number> {
  return vi.waitFor(async () => {
    const beats = await db.collection<{ _id: string; at: Date }>("heartbeats").find().toArray();
    const fresh = beats.map(({ _id }) => Number(_id.split(":").at(-1))).filter((pid) => !known.includes(pid));
    if (fresh[0] === undefined) throw new Error("no worker yet");
    return fresh[0];
  }, PATIENCE);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("roster start", () => {
  it("gives way to answers, starts a worker that died again, and leaves none behind when it is killed itself", async () => {
    const program = startRoster();
    const first = await workerPid();
    expect(getPriority(first)).toBeGreaterThan(getPriority(program.pid ?? 0));
    process.kill(first, "SIGKILL");
    const second = await workerPid([first]);
    expect(isAlive(program.pid ?? 0)).toBe(true);

    program.kill("SIGKILL");
    await once(program, "exit");
    await vi.waitFor(() => expect(isAlive(second)).toBe(false), PATIENCE);
  });
});
