import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { run } from "../../main.js";
import { testDatabaseUri } from "./database.js";

export interface TerminalResult {
  code: number;
  stdout: string;
  stderr: string;
}

export interface TerminalOptions {
  /** Variables over those of the run; `undefined` takes one away. */
  env?: Record<string, string | undefined>;
  /** What is typed. */
  stdin?: string;
  /** Ctrl-C. */
  signal?: AbortSignal;
  /** Sees standard output as it comes. */
  onOutput?: (soFar: string) => void;
}

/** Runs `roster` in this process on the database of the test file, with no `.env` and an empty data directory. */
export function roster(...args: string[]): Promise<TerminalResult> {
  return rosterWith({}, ...args);
}

export async function rosterWith(
  { env, stdin = "", signal, onOutput }: TerminalOptions,
  ...args: string[]
): Promise<TerminalResult> {
  const dataDir = mkdtempSync(join(tmpdir(), "roster-terminal-"));
  const printed = capture(onOutput);
  const said = capture();
  try {
    const code = await run(args, {
      stdin: Readable.from([stdin]),
      stdout: printed.stream,
      stderr: said.stream,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        MONGODB_URI: testDatabaseUri(),
        ROSTER_DATA_DIR: dataDir,
        ...env,
      },
      signal,
    });
    return { code, stdout: printed.text(), stderr: said.text() };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function capture(onOutput?: (soFar: string) => void): { stream: NodeJS.WritableStream; text(): string } {
  const chunks: string[] = [];
  const text = () => chunks.join("");
  const stream = new PassThrough({ encoding: "utf8" }).on("data", (chunk: string) => {
    chunks.push(chunk);
    onOutput?.(text());
  });
  return { stream, text };
}
