import type { Command } from "commander";
import type { Express } from "express";
import type { Config } from "../../core/config/index.js";
import type { Log } from "../../core/log/index.js";
import type { Database } from "../../core/mongo/index.js";

/**
 * One command of `roster`.
 *
 * The file of a command is loaded at every start, `--help` included: what is heavy (models, express, the config's
 * schema) it imports inside its action.
 */
export interface TerminalCommand {
  name: string;
  /** One line, shown in the list of commands. */
  summary: string;
  /** Adds arguments, options and the action; `--help` and `--json` are there already. */
  register(command: Command, context: TerminalContext): void;
}

/**
 * What a command works with. Each part is opened when it is first asked for, and closed after the command.
 *
 * An action returns when its work is done. What it cannot do it throws as a `CrmError`, whose code decides the exit
 * status.
 */
export interface TerminalContext {
  /** The answer, and with `--json` the one document. */
  stdout: NodeJS.WritableStream;
  /** Everything said on the way. */
  stderr: NodeJS.WritableStream;
  stdin: NodeJS.ReadableStream;
  log: Log;
  parts: Parts;
  config(): Promise<Config>;
  database(): Promise<Database>;
  /** Resolves at Ctrl-C or SIGTERM, for commands that run until they are told to stop. */
  untilStopped(): Promise<void>;
}

/** The other rooms' share in `roster start`, handed in by main.ts. */
export interface Parts {
  /** Adds the routes of the rooms to the web server, once the database is open. */
  mountRoutes(app: Express, context: TerminalContext, options: { address: string }): Promise<MountedRoutes>;
  /** Starts running jobs in this process. @param options `endWithParent`: which another process started and keeps */
  startWorker(context: TerminalContext, options: { endWithParent: boolean }): Promise<Worker>;
  /** Starts running jobs in a process of their own, which ends with this one. */
  spawnWorker(context: TerminalContext, environment: Readonly<Record<string, string>>): Promise<Worker>;
}

/** What the routes have opened. */
export interface MountedRoutes {
  /** What a worker has to be told to reach the same things. */
  environment: Readonly<Record<string, string>>;
  /** How Slack is reached, in words. */
  slack: string;
  /** Where the local stand-in for Slack is opened. */
  workspace?: string;
  close(): Promise<void>;
}

interface Worker {
  /** Resolves when the job at hand is done or given back. */
  stop(): Promise<void>;
}

/** One line, or several, of the answer. */
export function print(context: TerminalContext, text: string): void {
  context.stdout.write(`${text}\n`);
}

/** The one document that `--json` promises. */
export function printJson(context: TerminalContext, document: unknown): void {
  print(context, JSON.stringify(document, null, 2));
}
