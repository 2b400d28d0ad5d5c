import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { CrmError } from "../../errors/index.js";

const run = promisify(execFile);

/** A program that was asked for its version and has not answered by then is not a mongod; in milliseconds. */
const PATIENCE = 20_000;

/** The version of a mongod, such as 6.0.5. Throws `wrong-input` with what the program said when it is not one. */
export async function readMongodVersion(binary: string): Promise<string> {
  let output: string;
  try {
    output = (await run(binary, ["--version"], { timeout: PATIENCE })).stdout;
  } catch (cause) {
    throw new CrmError("wrong-input", `${binary} does not run: ${lastLine(cause)}`, { cause });
  }
  const version = /db version v(\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (version === undefined) throw new CrmError("wrong-input", `${binary} is not a MongoDB server.`);
  return version;
}

/** The part of a version that decides whether a server can read the data: 6.0 of 6.0.5. */
export function releaseSeries(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}

/** What a program said last on standard error, else what went wrong with starting it. */
export function lastLine(error: unknown): string {
  const stderr = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : "";
  const text = stderr || (error instanceof Error ? error.message : String(error));
  return text.trim().split("\n").at(-1) ?? "";
}
