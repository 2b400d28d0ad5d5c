import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import mongoose, { type Connection } from "mongoose";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { recountDoubles } from "../core/edits/index.js";
import { generateAccount } from "../core/generate/index.js";
import { importModel, undoImport } from "../core/imports/index.js";
import { collectionOf } from "../core/mongo/model-of.js";
import { OWNER } from "./support/as-owner.js";
import { testDatabase, testDatabaseUri } from "./support/database.js";
import { stateOf } from "./support/state.js";

/** Many processes start from source, on two slow cores; milliseconds. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const FILES = ["products", "euka", "phones", "refunnel", "creators", "samples", "videos"];
const dir = mkdtempSync(join(tmpdir(), "roster-crash-"));
const files = FILES.map((name) => join(dir, `${name}.csv`));
const db = testDatabase();

/** Where nothing was ever killed. */
const cleanUri = new URL(inject("mongodbUri"));
cleanUri.pathname = `${new URL(testDatabaseUri()).pathname}-clean`;
let clean: Connection;

/** Where processes sleep. */
const asleepUri = new URL(inject("mongodbUri"));
asleepUri.pathname = `${new URL(testDatabaseUri()).pathname}-asleep`;
let asleep: Connection;

beforeAll(async () => {
  await generateAccount(dir, { size: 0.04, seed: 3 });
  const options = { autoIndex: false, autoCreate: false };
  clean = await mongoose.createConnection(cleanUri.href, options).asPromise();
  asleep = await mongoose.createConnection(asleepUri.href, options).asPromise();
});

afterAll(async () => {
  for (const each of [clean, asleep]) {
    await each.dropDatabase();
    await each.close();
  }
  rmSync(dir, { recursive: true, force: true });
});

function roster(uri: string | undefined, args: readonly string[], more: Record<string, string> = {}): ChildProcess {
  const { MONGODB_URI: _, ...env } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "main.ts", ...args], {
    env: { ...env, ...(uri === undefined ? {} : { MONGODB_URI: uri }), ...more },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout?.resume();
  return child;
}

const importAll = ["import", "--yes", "--as-of", "2026-06-30", ...files];

/** The exit status and what was said on standard error. */
async function end(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, said };
}

/** Kills a process so long after it has taken an import to work on it. Answers whether it was still at it. */
async function killAtWork(child: ChildProcess, status: "running" | "undoing", delay: number): Promise<boolean> {
  child.stderr?.resume();
  const ended = once(child, "close");
  // What processes before it have left has other owners.
  const held = { status, "lease.owner": new RegExp(`:${child.pid}:`) };
  const isHeld = async () => (await db.collection("imports").countDocuments(held)) > 0;
  while (child.exitCode === null && !(await isHeld())) await pause(10);
  await pause(delay);
  child.kill("SIGKILL");
  await ended;
  return isHeld();
}

describe("kill -9", () => {
  it("at any moment of an import leaves what a clean run leaves, once it is taken up again", async () => {
    expect((await end(roster(cleanUri.href, importAll))).code).toBe(0);

    let killed = 0;
    /** How much stood in the database at each death. */
    const written = new Set<string>();
    // From the first row read to the creators being written: an import of this size takes one to three seconds.
    for (const delay of [0, 80, 250, 600, 1_100, 1_700]) {
      killed += Number(await killAtWork(roster(testDatabaseUri(), importAll), "running", delay));
      const counts = ["sightings", "samples", "videos", "creators"].map((name) => db.collection(name).countDocuments());
      written.add((await Promise.all(counts)).join());
    }
    expect(killed).toBeGreaterThan(2);
    expect(written.size).toBeGreaterThan(2);
    expect((await end(roster(testDatabaseUri(), importAll))).code).toBe(0);
    expect(await db.collection("imports").countDocuments({ status: "done" })).toBe(FILES.length);
    expect(await stateOf(db, { provenance: false })).toEqual(await stateOf(clean, { provenance: false }));
  });

  it("at any moment of an undo leaves what the undo leaves, once it is taken up again", async () => {
    const samples = await db.collection<{ _id: string }>("imports").findOne({ source: "samples" });
    const id = samples?._id ?? "";
    const cleanId = (await clean.collection<{ _id: string }>("imports").findOne({ source: "samples" }))?._id ?? "";
    expect((await end(roster(cleanUri.href, ["undo", cleanId, "--yes"]))).code).toBe(0);

    let killed = 0;
    for (const delay of [0, 150, 500]) {
      killed += Number(await killAtWork(roster(testDatabaseUri(), ["undo", id, "--yes"]), "undoing", delay));
    }
    expect(killed).toBeGreaterThan(0);
    const worker = roster(testDatabaseUri(), ["start", "--only", "worker"]);
    const ended = end(worker);
    await vi.waitFor(async () => expect(await db.collection("imports").countDocuments({ status: "undone" })).toBe(1), {
      timeout: 60_000,
      interval: 200,
    });
    worker.kill("SIGTERM");
    await ended;
    // A worker counts doubles once a day, and at its first start.
    for (const each of [db, clean]) await recountDoubles(each);
    expect(await stateOf(db, { provenance: false })).toEqual(await stateOf(clean, { provenance: false }));
  });
});

describe("a process that sleeps in the middle of an import", () => {
  it("leaves nothing of an import that was taken back meanwhile, once it wakes", async () => {
    const before = await stateOf(asleep, { provenance: false });
    let caught = 0;
    for (const delay of [0, 100, 300, 600, 1_000]) {
      const child = roster(asleepUri.href, importAll);
      const ended = end(child);
      const held = { "lease.owner": new RegExp(`:${child.pid}:`) };
      const imports = collectionOf(importModel(asleep));
      while (child.exitCode === null && (await imports.countDocuments(held)) === 0) await pause(10);
      await pause(delay);
      child.kill("SIGSTOP");
      // A fast machine may have come to the end by then.
      const isCaught = (await imports.countDocuments(held)) > 0;
      // As long as nobody else would wait for it.
      await imports.updateMany(held, { $set: { "lease.until": new Date(0) } });
      for (const { _id } of await imports.find({ status: { $ne: "undone" } }).toArray()) {
        await undoImport(asleep, _id, { actor: OWNER, now: () => new Date() });
      }
      child.kill("SIGCONT");
      const { said } = await ended;
      if (isCaught) expect(said).toContain("Another process has taken this import over");
      caught += Number(isCaught);
      expect(await stateOf(asleep, { provenance: false })).toEqual(before);
    }
    expect(caught).toBeGreaterThan(1);
  });
});

describe("a mongod that dies in the middle of an import", () => {
  it("is named, and the import is finished when it is back", async () => {
    const data = mkdtempSync(join(tmpdir(), "roster-crash-data-"));
    const env = { ROSTER_DATA_DIR: data };
    const child = roster(undefined, importAll, env);
    const ended = end(child);
    // The second of seven files is read: the first is being written, and most is still to come.
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    await vi.waitFor(() => expect(said).toContain("euka.csv: "), { timeout: 60_000, interval: 5 });
    for (const pid of mongodsOf(data)) process.kill(pid, "SIGKILL");
    expect(await ended).toMatchObject({ code: 3, said: expect.stringContaining("does not answer any more") });

    expect((await end(roster(undefined, importAll, env))).code).toBe(0);
    const list = roster(undefined, ["imports", "--json"], env);
    let printed = "";
    list.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    await end(list);
    const { imports } = JSON.parse(printed) as { imports: { status: string; rows: number }[] };
    expect(imports.map(({ status }) => status)).toEqual(FILES.map(() => "done"));
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
  });
});

function mongodsOf(data: string): number[] {
  try {
    const lines = execFileSync("pgrep", ["-f", `mongod .*${data}`], { encoding: "utf8" });
    return lines.split("\n").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
