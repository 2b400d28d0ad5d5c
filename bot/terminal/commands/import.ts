import { type Command, InvalidArgumentError } from "commander";
import type { Connection } from "mongoose";
import { CrmError } from "../../../core/errors/index.js";
import type { ImportChoices, InspectedFile, KnownFile } from "../../../core/imports/index.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { terminalActor } from "../changing/acting.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { currentUser } from "../current-user.js";
import { type FoundFile, findFiles } from "../importing/find-files.js";
import { type ImportRow, knownRow, rowAsJson, rowOf } from "../importing/import-row.js";
import { inspectFiles, type ReadyFile } from "../importing/inspect-files.js";
import { printPreview, printResult } from "../importing/print-rows.js";
import { progressBar } from "../importing/progress-bar.js";
import { readMap } from "../importing/read-map.js";
import { runImport } from "../importing/run-import.js";
import { writeRejected } from "../importing/write-rejected.js";
import { paintFor } from "../paint.js";
import { statusLine } from "../status-line.js";

interface ImportOptions {
  brand?: string;
  as?: string;
  asOf?: string;
  window?: number | "lifetime";
  map?: string[];
  mapName?: string;
  dryRun?: boolean;
  yes?: boolean;
  json?: boolean;
}

export const importCommand: TerminalCommand = {
  name: "import",
  summary: "take in files: recognised, previewed, merged",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<file...>", "CSV or XLSX exports, in any order")
      .option("--brand <slug>", "the brand whose files they are; else the default one")
      .option("--as <source>", "what the files are, a source or a saved mapping, in place of recognising them")
      .option("--as-of <day>", "the day the figures held, where a file does not say (2026-03-01)", readDay)
      .option("--window <days>", "what the figures sum over, where a file does not say: days, or lifetime", readWindow)
      .option("--map <columns>", "what the columns of an unknown table are: header=field,…", gather)
      .option("--map-name <name>", "the name to keep that mapping under")
      .option("--dry-run", "only say what would come of it")
      .option("--yes", "import without preview and question")
      .addHelpText(
        "after",
        "\nOn a terminal a preview is shown and a question asked; otherwise, and with --json, nothing is asked.\nRejected rows are written beside each file as NAME.rejected.csv.",
      )
      .action((files: string[], options: ImportOptions) => importNamed(files, options, context));
  },
};

async function importNamed(names: string[], options: ImportOptions, context: TerminalContext): Promise<void> {
  const { stdout, stderr } = context;
  const { leftOut, ...files } = await findFiles(names);
  if (leftOut.length > 0) {
    stderr.write(`Left out: ${counted(leftOut.length, "list")} of rejected rows, of files that are named too.\n`);
  }

  const { connection: db } = await context.database();
  if (!options.dryRun) {
    const { ensureIndexes } = await import("../../../core/models.js");
    await ensureIndexes(db);
  }
  const choices = await choicesOf(db, options, files.found);
  const ready = await inspectAll(db, files, choices, context);
  const brand = choices.brand.slug;
  const paint = paintFor(stdout);

  const isNew = ready.some(({ inspected }) => !isTakenIn(inspected));
  if (options.dryRun || (isNew && canAsk(context, options))) {
    const rows = await previewAll(db, ready, brand, context);
    if (options.dryRun && options.json) return printJson(context, { imports: rows.map(rowAsJson) });
    if (options.dryRun) return print(context, printPreview(rows, paint));
    stderr.write(`${printPreview(rows, paintFor(stderr))}\n`);
    await confirm(context, options, { question: "\nImport?", otherwise: "Nothing was imported." });
  }

  if (choices.mapping) {
    const { saveMapping } = await import("../../../core/imports/index.js");
    await saveMapping(db, choices.mapping, { by: currentUser(), now: new Date() });
  }
  const startedAt = performance.now();
  const rows = await importAll(db, ready, brand, context);
  const seconds = (performance.now() - startedAt) / 1_000;
  if (options.json) printJson(context, { imports: rows.map(rowAsJson) });
  else print(context, printResult(rows, seconds, paint));
}

async function choicesOf(db: Connection, options: ImportOptions, found: readonly FoundFile[]): Promise<ImportChoices> {
  const { findBrand } = await import("../../../core/brands/index.js");
  const { as, asOf, window } = options;
  const mapping = await mappingOf(options, found);
  return { brand: await findBrand(db, options.brand), as, asOf, window, ...(mapping ? { mapping } : {}) };
}

/** The mapping that the command line spells out, for the table of the first file. */
async function mappingOf({ map, mapName: name, as }: ImportOptions, [first]: readonly FoundFile[]) {
  if (map === undefined && name === undefined) return undefined;
  if (map === undefined || name === undefined) {
    throw new CrmError("wrong-input", "Expected --map and --map-name together: the mapping is kept for the next file.");
  }
  if (as !== undefined) throw new CrmError("wrong-input", "Expected --as or --map; got both.");
  const columns = readMap(map);
  if (first === undefined) return undefined;
  const { makeMapping, peekTable } = await import("../../../core/imports/index.js");
  const peek = await peekTable(first.file);
  return peek && makeMapping({ name, headers: peek.headers, columns });
}

async function inspectAll(
  db: Connection,
  files: Parameters<typeof inspectFiles>[1],
  choices: ImportChoices,
  { stderr }: TerminalContext,
): Promise<ReadyFile[]> {
  const line = statusLine(stderr);
  try {
    return await inspectFiles(db, files, choices, (name) => line.show(() => `Reading ${name}`));
  } finally {
    line.clear();
  }
}

async function previewAll(
  db: Connection,
  ready: readonly ReadyFile[],
  brand: string,
  { stderr }: TerminalContext,
): Promise<ImportRow[]> {
  const { previewImport } = await import("../../../core/imports/index.js");
  const actor = await terminalActor();
  const rows: ImportRow[] = [];
  const line = statusLine(stderr);
  try {
    for (const { file, inspected } of ready) {
      if ("known" in inspected) {
        rows.push(knownRow(file.name, inspected.known, brand));
        continue;
      }
      const startedAt = performance.now();
      const read = (done: number) => {
        const seconds = (performance.now() - startedAt) / 1_000;
        line.show(() => progressBar({ done, of: inspected.rows, seconds, label: `preview of ${file.name}` }));
      };
      const { report, rejections } = await previewImport(db, inspected, { actor, now: new Date(), read });
      const { source } = inspected.table;
      rows.push({ file: file.name, source, brand, status: "previewed", report, rejections });
    }
  } finally {
    line.clear();
  }
  return rows;
}

async function importAll(
  db: Connection,
  ready: readonly ReadyFile[],
  brand: string,
  context: TerminalContext,
): Promise<ImportRow[]> {
  const { importModel } = await import("../../../core/imports/index.js");
  const outcomes = await runImport(db, ready, context);
  const rows: ImportRow[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const { file, rejectedPath } = ready[index] as ReadyFile;
    if ("known" in outcome) {
      // Two files of this very command may hold the same: by now the first one is done.
      const known = (await importModel(db).findById(outcome.known._id).lean()) ?? outcome.known;
      rows.push(knownRow(file.name, known, brand));
    } else {
      const rejectedFile = await rejectedBeside(db, outcome.record._id, rejectedPath, context);
      rows.push({ ...rowOf(outcome.record, brand), ...(rejectedFile ? { rejectedFile } : {}) });
    }
  }
  return rows;
}

/** Where the rejected rows went. A place that cannot be written spoils nothing: the rows stay with the import. */
async function rejectedBeside(
  db: Connection,
  importId: string,
  path: string,
  { stderr }: TerminalContext,
): Promise<string | undefined> {
  try {
    return (await writeRejected(db, importId, path)) ? path : undefined;
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    stderr.write(
      `The rejected rows cannot be written to ${path}: ${error.message}. Roster keeps them with import ${importId}.\n`,
    );
    return undefined;
  }
}

const isTakenIn = (inspected: InspectedFile | KnownFile): boolean =>
  "known" in inspected && inspected.known.status === "done";

function gather(value: string, before: string[] = []): string[] {
  return [...before, value];
}

const DAY_MS = 86_400_000;

function readDay(text: string): string {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new InvalidArgumentError("Expected a day such as 2026-03-01.");
  }
  // Somewhere on earth it is tomorrow already.
  if (time > Date.now() + DAY_MS) throw new InvalidArgumentError("This day is still to come.");
  return text;
}

const LONGEST_WINDOW = 3_660; // ten years

function readWindow(text: string): number | "lifetime" {
  if (text === "lifetime") return text;
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST_WINDOW) return days;
  throw new InvalidArgumentError("Expected a number of days, such as 30, or lifetime.");
}
