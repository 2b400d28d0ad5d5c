import type { Config, RawEnvironment } from "../../core/config/index.js";
import { createLog } from "../../core/log/index.js";
import type { Database } from "../../core/mongo/index.js";
import type { Parts, TerminalContext } from "./command.js";
import { untilStopped } from "./until-stopped.js";

export interface TerminalOptions {
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
  env: RawEnvironment;
  /** The directory whose `.env` counts too; left out, there is none. */
  directory?: string;
  /** Stops a command that runs until it is told to, as Ctrl-C does. */
  signal?: AbortSignal;
}

/** Each part is opened once, when it is first asked for. */
export function openContext(
  { stdin, stdout, stderr, env, directory, signal }: TerminalOptions,
  parts: Parts,
): {
  context: TerminalContext;
  close(): Promise<void>;
} {
  const log = createLog(stderr);
  const over = new AbortController();
  let config: Promise<Config> | undefined;
  let database: Promise<Database> | undefined;

  const context: TerminalContext = {
    stdin,
    stdout,
    stderr,
    log,
    parts,
    config: () => {
      config ??= readWholeConfig();
      return config;
    },
    database: () => {
      database ??= openDatabase();
      return database;
    },
    untilStopped: () => untilStopped(over.signal, signal),
  };

  async function readWholeConfig(): Promise<Config> {
    const { readConfig, readEnvironment } = await import("../../core/config/index.js");
    const config = readConfig(directory === undefined ? env : readEnvironment(directory, env));
    for (const { name, meant } of config.mistyped) stderr.write(`Nothing reads ${name}: did you mean ${meant}?\n`);
    return config;
  }

  async function openDatabase(): Promise<Database> {
    const { openDatabase: open } = await import("../../core/mongo/index.js");
    return open(await context.config(), { log, tell: (line) => stderr.write(`${line}\n`) });
  }

  async function close(): Promise<void> {
    const opened = await database?.catch(() => undefined); // its error was the command's
    await opened?.close();
    over.abort();
  }

  return { context, close };
}
