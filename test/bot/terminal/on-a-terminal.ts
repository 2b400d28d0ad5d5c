import { PassThrough, Readable } from "node:stream";
import { run } from "../../../main.js";
import { testDatabaseUri } from "../../support/database.js";
import type { TerminalResult } from "../../support/terminal.js";

/** Runs `roster` as at a real terminal: someone sits there, `typed` is what they answer. */
export async function rosterAsked(typed: string, ...args: string[]): Promise<TerminalResult> {
  const [stdout, stderr] = [screen(), screen()];
  const stdin = Object.assign(Readable.from([typed]), { isTTY: true });
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, MONGODB_URI: testDatabaseUri() };
  const code = await run(args, { stdin, stdout: stdout.stream, stderr: stderr.stream, env });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function screen() {
  const chunks: string[] = [];
  const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY: true, columns: 100 });
  stream.on("data", (chunk: string) => chunks.push(chunk));
  return { stream, text: () => chunks.join("") };
}
