import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../../config/index.js";
import { CrmError } from "../../errors/index.js";
import { type FoundServer, findMongod } from "./find-mongod.js";
import { knock } from "./knock.js";
import { launchSupervisor } from "./launch-supervisor.js";
import { makePrimary } from "./make-primary.js";
import { releaseSeries } from "./mongod-version.js";
import { readAddress, readDataVersion, type ServerFiles, serverFiles } from "./server-files.js";

export interface EmbeddedServer {
  uri: string;
  /** Which server this is and where its data lies, in words. */
  how: string;
  /** This process needs the server no longer; it shuts down when no other does. */
  release(): void;
  /** Resolves when the server has ended, asked or not. */
  ended: Promise<void>;
}

export interface EmbeddedOptions {
  config: Pick<Config, "ROSTER_DATA_DIR" | "MONGOD_BINARY" | "searchPath" | "cacheDir">;
  tell: (line: string) => void;
  /** How long the server waits for the next command before it shuts down, in milliseconds. */
  lingerMs?: number;
}

/** Between two commands in a script: starting anew costs a second, an idle server nothing that anyone notices. */
const LINGER = 1_000;

/** For a server that is just starting or shutting down under another command. */
const PATIENCE = 60_000;

/**
 * Joins the server that runs on the data directory, else starts one.
 *
 * However many start at once, mongod's own lock on its data lets one through; the others see that it is taken and
 * join. The server ends when the last process that joined has ended, in whatever way.
 */
export async function startEmbedded({ config, tell, lingerMs = LINGER }: EmbeddedOptions): Promise<EmbeddedServer> {
  if (process.platform === "win32") {
    throw new CrmError(
      "unreachable",
      "On Windows, Roster cannot run a MongoDB of its own: set MONGODB_URI, or use WSL.",
    );
  }
  const files = serverFiles(config.ROSTER_DATA_DIR);
  const deadline = Date.now() + PATIENCE;
  let server: FoundServer | undefined;

  while (Date.now() < deadline) {
    const joined = await join(files, `already running, data in ${files.directory}`);
    if (joined !== undefined) return joined;

    if (server === undefined) {
      server = await findFitting(config, files, tell);
      tell(`Starting MongoDB ${server.version}, ${server.origin}, data in ${files.directory}`);
    }
    const usualPort = readAddress(files)?.port;
    const launch = await launchSupervisor({ server, files, usualPort, lingerMs });
    if (launch.is === "failed") throw didNotStart(server, files, launch.reason);
    if (launch.is === "busy") {
      await pause(100);
      continue;
    }
    try {
      const started = await join(files, `${server.origin}, data in ${files.directory}`);
      if (started !== undefined) return started;
    } finally {
      launch.letGo();
    }
  }
  throw new CrmError("unreachable", `another program holds the data in ${files.data}`, {
    say: `Another program holds the data in ${files.data}, and it is no server of Roster's. End it, or set ROSTER_DATA_DIR to another directory.`,
  });
}

async function join(files: ServerFiles, origin: string): Promise<EmbeddedServer | undefined> {
  const address = readAddress(files);
  const held = address && (await knock(address));
  if (address === undefined || held === undefined) return undefined;
  held.unref();
  try {
    await makePrimary(address.port);
  } catch (error) {
    held.destroy();
    throw error;
  }
  return {
    uri: `mongodb://127.0.0.1:${address.port}/roster?replicaSet=roster`,
    how: `MongoDB ${address.version}, ${origin}`,
    release: () => held.end(),
    ended: whenClosed(held),
  };
}

function whenClosed(held: Socket): Promise<void> {
  return new Promise((resolve) => held.once("close", () => resolve()).once("end", () => held.end()));
}

async function findFitting(
  config: EmbeddedOptions["config"],
  files: ServerFiles,
  tell: (line: string) => void,
): Promise<FoundServer> {
  const dataVersion = readDataVersion(files);
  const server = await findMongod({ config, dataVersion, tell });
  if (dataVersion === undefined || releaseSeries(dataVersion) === releaseSeries(server.version)) return server;
  throw new CrmError("refused", `data of MongoDB ${dataVersion}, server ${server.version}`, {
    say: [
      `The data in ${files.directory} was made with MongoDB ${dataVersion}; the server found is ${server.version}, ${server.origin}.`,
      `Set MONGOD_BINARY to a MongoDB ${releaseSeries(dataVersion)} server, or ROSTER_DATA_DIR to another directory.`,
      "To move to the other version, take the data along with mongodump and mongorestore.",
    ].join("\n"),
  });
}

function didNotStart(server: FoundServer, files: ServerFiles, reason: string): CrmError {
  return new CrmError("unreachable", `mongod did not start: ${reason}`, {
    say: `MongoDB ${server.version} (${server.binary}) did not start on ${files.data}:\n${reason}`,
  });
}
