import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { TestProject } from "vitest/node";
import { readConfig } from "../../core/config/index.js";
import { startEmbedded } from "../../core/mongo/embedded/start-embedded.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The one server of the run: a replica set of one, with nothing in it. */
    mongodbUri: string;
  }
}

const RAM_DISK = "/dev/shm";

/** What MongoDB preallocates, and the data of the tests, with room to spare; in bytes. A container often has 64 MB. */
const NEEDED = 2 ** 31;

/** One MongoDB for the whole run, by the same way that `roster start` takes; its data is thrown away. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(await quickestDirectory(), "roster-test-"));
  const { PATH, HOME, XDG_CACHE_HOME, MONGOD_BINARY } = process.env;
  const config = readConfig({ PATH, HOME, XDG_CACHE_HOME, MONGOD_BINARY, ROSTER_DATA_DIR: directory });
  const server = await startEmbedded({ config, lingerMs: 0, tell: (line) => process.stderr.write(`${line}\n`) });
  provide("mongodbUri", server.uri);

  return async () => {
    server.release();
    const patience = new AbortController();
    await Promise.race([server.ended, pause(20_000, undefined, { signal: patience.signal })]);
    patience.abort();
    await rm(directory, { recursive: true, force: true });
  };
}

async function quickestDirectory(): Promise<string> {
  const { bavail, bsize } = await statfs(RAM_DISK).catch(() => ({ bavail: 0, bsize: 0 }));
  return bavail * bsize >= NEEDED ? RAM_DISK : tmpdir();
}
