import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { readConfig } from "../../../core/config/index.js";
import { readAddress, serverFiles } from "../../../core/mongo/embedded/server-files.js";
import { startEmbedded } from "../../../core/mongo/embedded/start-embedded.js";

/** Two slow cores, and other tests beside; milliseconds. */
const PATIENCE = 60_000;
vi.setConfig({ testTimeout: 3 * PATIENCE });

const HOLDER = fileURLToPath(new URL("./hold-database.ts", import.meta.url));

/** A command in a process of its own that uses the database until it is ended. */
interface Holder {
  child: ChildProcessByStdio<Writable, Readable, null>;
  uri: string;
  notes: number;
}

/** A data directory of its own, and the processes on it. */
class Place {
  readonly dataDir = mkdtempSync(join(tmpdir(), "roster-embedded-"));
  readonly files = serverFiles(this.dataDir);
  private readonly children: ChildProcess[] = [];

  async hold(): Promise<Holder> {
    const child = spawn(process.execPath, ["--import", "tsx", HOLDER], {
      env: { ...process.env, ROSTER_DATA_DIR: this.dataDir },
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.children.push(child);
    for await (const line of createInterface({ input: child.stdout })) return { child, ...JSON.parse(line) };
    throw new Error("the command ended before it had the database");
  }

  /** mongod writes its process id there and empties the file when it shuts down cleanly. */
  mongodLock(): string {
    const path = join(this.files.data, "mongod.lock");
    return existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  }

  mongodPid(): number {
    return Number(this.mongodLock());
  }

  supervisorPid(): number {
    return readAddress(this.files)?.pid ?? Number.NaN;
  }

  async serverEndsCleanly(): Promise<void> {
    const pid = this.mongodPid();
    await vi.waitFor(() => expect([isAlive(pid), this.mongodLock()]).toEqual([false, ""]), {
      timeout: PATIENCE,
      interval: 50,
    });
  }

  async clear(): Promise<void> {
    for (const child of this.children) child.kill("SIGKILL");
    await this.serverEndsCleanly();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

const it = test.extend<{ place: Place }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures it takes from here
  place: async ({}, use) => {
    const place = new Place();
    await use(place);
    await place.clear();
  },
});

async function leave({ child }: Holder): Promise<void> {
  const ended = once(child, "close");
  child.stdin.end();
  await ended;
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

// Most of the time is spent waiting for processes to end: four at once take half as long.
describe.concurrent("the embedded MongoDB", () => {
  it("ends cleanly when the command that started it does", async ({ place, expect }) => {
    await leave(await place.hold());
    expect(isAlive(place.mongodPid())).toBe(true); // it waits for a next command
    await place.serverEndsCleanly();
  });

  it("ends cleanly when that command is killed", async ({ place }) => {
    const { child } = await place.hold();
    child.kill("SIGKILL");
    await place.serverEndsCleanly();
  });

  it("ends cleanly when its supervisor is killed", async ({ place }) => {
    await place.hold();
    process.kill(place.supervisorPid(), "SIGKILL");
    await place.serverEndsCleanly();
  });

  it("keeps the data, and its port, from start to start", async ({ place, expect }) => {
    const first = await place.hold();
    await leave(first);
    await place.serverEndsCleanly();
    expect(await place.hold()).toMatchObject({ notes: 2, uri: first.uri });
  });

  it("starts once for commands that start at once", async ({ place, expect }) => {
    const holders = await Promise.all([place.hold(), place.hold(), place.hold()]);
    expect(new Set(holders.map(({ uri }) => uri)).size).toBe(1);
    expect(Math.max(...holders.map(({ notes }) => notes))).toBe(3);
  });

  it("stays for the second command when the first is killed", async ({ place, expect }) => {
    const first = await place.hold();
    const second = await place.hold();
    const pid = place.mongodPid();
    first.child.kill("SIGKILL");
    await pause(3_000); // longer than it waits for a next command
    expect(isAlive(pid)).toBe(true);
    expect(await place.hold()).toMatchObject({ uri: second.uri, notes: 3 });
  });

  it("serves a command that comes while it is shutting down", async ({ place, expect }) => {
    await place.hold();
    const pid = place.mongodPid();
    process.kill(place.supervisorPid(), "SIGTERM");
    expect(await place.hold()).toMatchObject({ notes: 2 });
    expect(place.mongodPid()).not.toBe(pid);
  });

  it("is not taken for the server that a stranger runs on its old door", async ({ place, expect }) => {
    const stranger = createServer((socket) => socket.end("good evening, this is another program altogether\n"));
    stranger.listen(0, "127.0.0.1");
    await once(stranger, "listening");
    const door = (stranger.address() as AddressInfo).port;
    const address = { pid: process.pid, port: door, door, token: randomUUID(), version: "6.0.5" };
    writeFileSync(place.files.address, JSON.stringify(address));

    expect(await place.hold()).toMatchObject({ notes: 1 });
    stranger.close();
  });

  it.for(["5.0.9", "99.0.0"])("refuses data that MongoDB %s made", async (version, { place, expect }) => {
    writeFileSync(place.files.version, `${version}\n`);
    const { PATH, HOME, XDG_CACHE_HOME, MONGOD_BINARY } = process.env;
    const config = readConfig({ PATH, HOME, XDG_CACHE_HOME, MONGOD_BINARY, ROSTER_DATA_DIR: place.dataDir });

    await expect(startEmbedded({ config, tell: () => {} })).rejects.toMatchObject({
      code: "refused",
      say: expect.stringContaining(`made with MongoDB ${version}; the server found is`),
    });
    expect(place.mongodLock()).toBe("");
    expect(readFileSync(place.files.version, "utf8")).toBe(`${version}\n`);
  });
});
