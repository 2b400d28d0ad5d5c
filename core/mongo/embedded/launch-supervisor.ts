import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { FoundServer } from "./find-mongod.js";
import type { ServerFiles } from "./server-files.js";

const SCRIPT = fileURLToPath(new URL("./supervise.mjs", import.meta.url));

/** `ready`: serving, until `letGo` unless somebody knocked. `busy`: another one has the data. `failed`: why. */
export type Launch = { is: "ready"; letGo: () => void } | { is: "busy" } | { is: "failed"; reason: string };

export interface LaunchSettings {
  server: FoundServer;
  files: ServerFiles;
  /** The port to take when it is free. */
  usualPort: number | undefined;
  lingerMs: number;
}

/** What `supervise.mjs` reads. */
interface SupervisorSettings {
  binary: string;
  arguments: string[];
  version: string;
  port: number;
  lingerMs: number;
  addressFile: string;
  versionFile: string;
  logFile: string;
}

const answerSchema = z.union([z.object({ ready: z.literal(true) }), z.object({ failed: z.array(z.string()) })]);
type Answer = z.infer<typeof answerSchema>;

/** Starts a server on the data, under a supervisor that outlives this process if others use the server. */
export async function launchSupervisor({ server, files, usualPort, lingerMs }: LaunchSettings): Promise<Launch> {
  const port = await freePort(usualPort);
  const settings: SupervisorSettings = {
    binary: server.binary,
    arguments: mongodArguments(files, port),
    version: server.version,
    port,
    lingerMs,
    addressFile: files.address,
    versionFile: files.version,
    logFile: files.log,
  };
  const { answer, letGo } = await spawnSupervisor(settings, files);
  if (answer === undefined) return { is: "failed", reason: `its supervisor ended; see ${files.log}` };
  if ("ready" in answer) return { is: "ready", letGo };

  const said = answer.failed.join("\n");
  if (/DBPathInUse|Address already in use/.test(said)) return { is: "busy" };
  return { is: "failed", reason: answer.failed.slice(-6).join("\n") };
}

function mongodArguments(files: ServerFiles, port: number): string[] {
  return [
    ["--dbpath", files.data],
    ["--port", String(port)],
    ["--bind_ip", "127.0.0.1"],
    ["--nounixsocket"],
    ["--replSet", "roster"],
    ["--wiredTigerCacheSizeGB", cacheGigabytes().toFixed(2)],
    // Nobody follows this log but change streams a moment behind; the default is a twentieth of the disk. In MB.
    ["--oplogSize", "256"],
    // Statistics for MongoDB's support: up to 200 MB of files that nobody reads here.
    ["--setParameter", "diagnosticDataCollectionEnabled=false"],
    ["--quiet"],
  ].flat();
}

/**
 * A quarter of the memory, taken only as data needs it: mongod would take half, on a machine that people work on. Where
 * the indexes of a collection do not fit, each insert reads and writes the disk: with 0.5 GB ten usual accounts took
 * twice as long.
 */
const cacheGigabytes = () =>
  Math.max(0.25, Math.min(totalmem(), process.constrainedMemory() || totalmem()) / 4 / 2 ** 30);

/** The supervisor keeps running, and neither it nor its pipes keep this process from ending. */
async function spawnSupervisor(
  settings: SupervisorSettings,
  files: ServerFiles,
): Promise<{ answer: Answer | undefined; letGo: () => void }> {
  const log = openSync(files.log, "a");
  const child = spawn(process.execPath, [SCRIPT, JSON.stringify(settings)], {
    cwd: files.directory,
    detached: true,
    stdio: ["pipe", "pipe", log],
  });
  closeSync(log);
  child.stdin?.on("error", () => {}); // it ended first

  const line = await new Promise<string>((resolve, reject) => {
    let heard = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      heard += chunk.toString();
      if (heard.includes("\n")) resolve(heard);
    });
    child.stdout?.once("end", () => resolve(heard));
    child.once("error", reject);
  });
  child.stdout?.destroy();
  child.unref();
  return {
    answer: line === "" ? undefined : answerSchema.parse(JSON.parse(line)),
    letGo: () => child.stdin?.destroy(),
  };
}

/** The usual port keeps the replica set's configuration as it is from start to start. */
async function freePort(usual = 0): Promise<number> {
  const probe = createServer();
  const port = await new Promise<number | undefined>((resolve) => {
    probe.once("error", () => resolve(undefined));
    probe.listen(usual, "127.0.0.1", () => {
      const address = probe.address();
      resolve(typeof address === "object" && address !== null ? address.port : undefined);
    });
  });
  await new Promise((resolve) => probe.close(resolve));
  return port ?? freePort();
}
