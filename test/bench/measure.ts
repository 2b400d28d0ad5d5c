import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";

/** What one process took, from its start to its end. */
export interface Measured {
  seconds: number;
  /** Its peak memory. */
  megabytes: number;
  output: string;
}

/** The flags that `npm run roster` gives node. */
const FLAGS = (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { roster: string } }).scripts.roster
  .split(" ")
  .filter((word) => word.startsWith("--max"));

let runs = 0;

/**
 * Runs a script of this checkout as a process of its own, on the database of `uri`.
 *
 * @param flags of node; left out, those of `npm run roster`
 * @param priority of the process, as `os.setPriority` takes it
 */
export async function measure(
  script: string,
  args: readonly string[],
  uri: string,
  { flags = FLAGS, priority = 0 }: { flags?: readonly string[]; priority?: number } = {},
): Promise<Measured> {
  runs += 1;
  const peak = join(tmpdir(), `roster-bench-${process.pid}-${runs}`);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [...flags, "--import", "tsx", "--import", "./test/bench/report-peak.mjs", script, ...args],
    { env: { ...process.env, MONGODB_URI: uri, PEAK_FILE: peak }, stdio: ["ignore", "pipe", "inherit"] },
  );
  if (child.pid !== undefined && priority !== 0) setPriority(child.pid, priority);
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const seconds = (performance.now() - started) / 1_000;
  if (code !== 0) throw new Error(`${script} ${args[0]} ended with ${code}`);
  const megabytes = Number(readFileSync(peak, "utf8"));
  rmSync(peak);
  return { seconds, megabytes, output };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
