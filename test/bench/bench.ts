// `npm run bench`: how fast an account goes in, as ratios measured in one run. Writes bench.md.
//
// Options: --runs 5 (of what is taken the median of; 0 leaves imports out), --large 10 (the size of the large account; 0
// leaves it out), --many 1000000 (the creators that questions are asked of besides one account's; 0 leaves it out).
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../../core/config/index.js";
import { generateAccount, MADE_FILES } from "../../core/generate/index.js";
import { createLog } from "../../core/log/index.js";
import { openDatabase } from "../../core/mongo/index.js";
import { WORKER_PRIORITY } from "../../jobs/keep-worker.js";
import { type Line, printTable, ratio, seconds } from "./lines.js";
import { makeMillion } from "./make-million.js";
import { type Measured, measure, median } from "./measure.js";
import { benchMany, benchQueries } from "./queries.js";
import { writeReExport } from "./re-export.js";
import { benchSlack } from "./slack.js";

/** The days whose figures the two exports hold, where the files do not say. */
const FIRST_DAY = ["--as-of", "2026-06-30"];
const NEXT_DAY = ["--as-of", "2026-07-01"];

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    large: { type: "string", default: "10" },
    many: { type: "string", default: "1000000" },
  },
});
const runs = Number(options.runs);
const large = Number(options.large);
const many = Number(options.many);

const HOW = `\`npm run bench -- --runs ${runs} --large ${large} --many ${many}\`, ${cpus().length} cores, Node ${process.version}; imports are medians of ${runs}.`;

/** Seconds of the usual import: what the large one is held against. */
let usual = Number.NaN;

const home = mkdtempSync(join(tmpdir(), "roster-bench-"));
const tell = (text: string) => process.stderr.write(`${text}\n`);
const { MONGODB_URI: _, ...environment } = process.env;
const config = readConfig({ ...environment, ROSTER_DATA_DIR: home });
const database = await openDatabase(config, { log: createLog(process.stderr), tell });
try {
  const first = await makeAccount("account", 1);
  const lines: Line[] = [];
  // Written after each part: a long run that is cut off leaves what it has measured.
  for (const part of [benchImports, benchAsking, benchCrowd, benchLarge]) {
    lines.push(...(await part(first)));
    const table = printTable(lines);
    tell(table);
    await writeFile("bench.md", `# Speed\n\n${HOW}\n\n${table}\n`);
  }
  process.stdout.write(`${printTable(lines)}\n`);
} finally {
  await database.close();
  rmSync(home, { recursive: true, force: true });
}

/** Questions, asked of the account. */
async function benchAsking(files: readonly string[]): Promise<Line[]> {
  await importAll(uriOf("asked"), files, FIRST_DAY);
  const account = database.connection.useDb("bench-asked");
  const again = await writeReExport(files, join(home, "asked-again"));
  const lines = await benchQueries(account);
  const inWorker = { priority: WORKER_PRIORITY };
  const importing = () => importAll(uriOf("asked"), again, NEXT_DAY, inWorker);
  lines.push(...(await benchSlack(account, uriOf("asked"), importing)));
  return lines;
}

/** The same questions of very many creators, copied from the account. */
async function benchCrowd(): Promise<Line[]> {
  if (many === 0) return [];
  const crowd = database.connection.useDb("bench-many");
  await makeMillion(database.connection.useDb("bench-asked"), crowd, many);
  await drop("asked");
  const lines = await benchMany(crowd, `${many.toLocaleString("en")} creators`);
  await drop("many");
  return lines;
}

async function benchImports(first: readonly string[]): Promise<Line[]> {
  if (runs === 0) return [];
  const tenth = await makeAccount("tenth", 0.1);
  const again = await writeReExport(first, join(home, "again"));
  const scales: number[] = [];
  const previews: Measured[] = [];
  const imports: Measured[] = [];
  const reExports: Measured[] = [];
  const same: Measured[] = [];
  for (let run = 1; run <= runs; run += 1) {
    const uri = uriOf(`run${run}`);
    previews.push(await importAll(uri, first, [...FIRST_DAY, "--dry-run"]));
    imports.push(await importAll(uri, first, FIRST_DAY));
    scales.push(
      Number((await measure("test/bench/scale.ts", [], uri, { flags: ["--max-old-space-size=6000"] })).output),
    );
    same.push(await importAll(uri, first, FIRST_DAY));
    reExports.push(await importAll(uri, again, NEXT_DAY));
    tell(
      `run ${run}: scale ${seconds(scales.at(-1))}, import ${seconds(imports.at(-1)?.seconds)}, again ${seconds(reExports.at(-1)?.seconds)}, same bytes ${seconds(same.at(-1)?.seconds)}`,
    );
    await drop(`run${run}`);
  }
  const rowByRow = JSON.parse((await measure("test/bench/row-by-row.ts", tenth, uriOf("rows"))).output) as {
    seconds: number;
  };
  const wholeByRow = rowByRow.seconds * 10;
  const scale = median(scales);
  const whole = median(imports.map((measured) => measured.seconds));
  usual = whole;
  const later = median(reExports.map((measured) => measured.seconds));
  const known = median(same.map((measured) => measured.seconds));
  const foretold = median(previews.map((measured) => measured.seconds));
  const lines: Line[] = [
    { what: "scale: bare insertMany of the finished documents", measured: seconds(scale), target: "", met: true },
    ratio("import of the whole account, against the scale", whole / scale, 5, seconds(whole)),
    {
      what: "one find and one save a row (a tenth measured, times ten), against the import",
      measured: `${(wholeByRow / whole).toFixed(1)} times (${seconds(wholeByRow)})`,
      target: "at least 60",
      met: wholeByRow / whole >= 60,
    },
    ratio("re-export a day later, against the first import", later / whole, 0.7, seconds(later)),
    { what: "the same bytes", measured: seconds(known), target: "under 2 s", met: known < 2 },
    ratio("preview of the whole account, against the import", foretold / whole, 1, seconds(foretold)),
    peakLine("peak memory at size 1", imports, 350),
    peakLine("peak memory of the preview at size 1", previews, 350),
  ];
  return lines;
}

function peakLine(what: string, of: readonly Measured[], most: number): Line {
  const peak = Math.max(...of.map(({ megabytes }) => megabytes));
  return { what, measured: `${peak.toFixed(0)} MB`, target: `at most ${most} MB`, met: peak <= most };
}

async function makeAccount(name: string, size: number): Promise<string[]> {
  const dir = join(home, name);
  await generateAccount(dir, { size, seed: 1 });
  return MADE_FILES.map((file) => join(dir, `${file}.csv`));
}

function importAll(
  uri: string,
  files: readonly string[],
  more: readonly string[] = [],
  how: { priority?: number } = {},
): Promise<Measured> {
  return measure("main.ts", ["import", "--yes", "--json", ...more, ...files], uri, how);
}

function uriOf(name: string): string {
  const uri = new URL(database.uri);
  uri.pathname = `/bench-${name}`;
  return uri.href;
}

async function drop(name: string): Promise<void> {
  await database.connection.useDb(`bench-${name}`).dropDatabase();
}

/** An account ten times as large, once. */
async function benchLarge(): Promise<Line[]> {
  if (large === 0) return [];
  const files = await makeAccount("large", large);
  const measured = await importAll(uriOf("large"), files, FIRST_DAY);
  return [
    peakLine(`peak memory at size ${large}`, [measured], 450),
    ratio(
      `time at size ${large}, against size 1 (one run)`,
      measured.seconds / usual,
      1.2 * large,
      seconds(measured.seconds),
    ),
  ];
}
