import { constants, existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { readMongodVersion } from "./mongod-version.js";

export interface KeptServer {
  binary: string;
  version: string;
}

const WORKSHOP = "fetching-";

/** A fetch that is older was cut off; milliseconds. */
const LONGEST_FETCH = 3_600_000;

const NAME = /^mongod-(\d+\.\d+\.\d+)$/;

/** The servers that were fetched before, the newest first. */
export async function listKeptServers(cacheDir: string): Promise<KeptServer[]> {
  const names = await readdir(cacheDir).catch(() => []);
  return names
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map((version) => ({ version, binary: keptBinary(cacheDir, version) }))
    .filter(({ binary }) => existsSync(binary))
    .sort((a, b) => b.version.localeCompare(a.version, "en", { numeric: true }));
}

/**
 * Fetches a server and keeps it in the cache.
 *
 * Everything happens in a directory of its own, and only a server that ran is renamed to its final name: a fetch that
 * is cut off or that runs twice at once leaves either a whole server or none.
 */
export async function keepServer(
  cacheDir: string,
  fetchMongod: (directory: string) => Promise<string>,
): Promise<KeptServer> {
  await mkdir(cacheDir, { recursive: true });
  await sweep(cacheDir);
  const workshop = await mkdtemp(join(cacheDir, WORKSHOP));
  try {
    const finished = join(workshop, "finished");
    const binary = join(finished, "mongod");
    const fetched = await fetchMongod(workshop);
    await mkdir(finished);
    await copyFile(fetched, binary, constants.COPYFILE_FICLONE);
    await chmod(binary, 0o755);

    const version = await readMongodVersion(binary);
    const kept = keptBinary(cacheDir, version);
    await rename(finished, join(kept, "..")).catch((error: unknown) => {
      if (!existsSync(kept)) throw error; // else another fetch was first, with the same server
    });
    return { version, binary: kept };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Takes away what fetches that were cut off have left: some hundred MB each. */
async function sweep(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    if (!name.startsWith(WORKSHOP)) continue;
    const left = await stat(join(cacheDir, name)).catch(() => undefined); // just taken away by its owner
    if (left && Date.now() - left.mtimeMs > LONGEST_FETCH) {
      await rm(join(cacheDir, name), { recursive: true, force: true });
    }
  }
}

function keptBinary(cacheDir: string, version: string): string {
  return join(cacheDir, `mongod-${version}`, "mongod");
}
