import { type Command, InvalidArgumentError } from "commander";
import type { Brand } from "../../../core/brands/index.js";
import type { Import } from "../../../core/imports/index.js";
import { minuteOf } from "../../in-words.js";
import { progressInWords } from "../../progress-in-words.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { type ImportRow, rowAsJson, rowOf } from "../importing/import-row.js";
import { type Paint, paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

/** What a screen holds. */
const USUAL_LIMIT = 20;

export const importsCommand: TerminalCommand = {
  name: "imports",
  summary: "every file that was taken in, newest first",
  register(command: Command, context: TerminalContext) {
    command
      .option("--limit <count>", "how many", readLimit, USUAL_LIMIT)
      .action((options: { limit: number; json?: boolean }) => listImports(options, context));
  },
};

interface Entry {
  record: Import;
  row: ImportRow;
  /** What became of it, in words. */
  state: string;
}

async function listImports(
  { limit, json }: { limit: number; json?: boolean },
  context: TerminalContext,
): Promise<void> {
  const { connection: db } = await context.database();
  const { importModel, isAbandoned } = await import("../../../core/imports/index.js");
  const { allBrands } = await import("../../../core/brands/index.js");
  const brands = await allBrands(db);
  const found = await importModel(db)
    .find()
    .sort({ receivedAt: -1, seq: -1 })
    .limit(limit + 1)
    .lean<Import[]>();
  const now = new Date();
  const entries = found.slice(0, limit).map((record) => ({
    record,
    row: rowOf(record, slugOf(brands, record.brandId)),
    state: stateOf(record, isAbandoned(record, now)),
  }));

  if (json) return printJson(context, { imports: entries.map(asJson) });
  if (entries.length === 0) return print(context, "Nothing has been imported yet: npm run -s roster -- import FILE");
  print(context, printTable(COLUMNS, entries, paintFor(context.stdout)));
  if (found.length > limit) print(context, `Older ones: --limit ${limit * 2}`);
}

const slugOf = (brands: Map<string, Brand>, brandId: string): string => brands.get(brandId)?.slug ?? brandId;

const COLUMNS: readonly Column<Entry>[] = [
  { title: "Import", cell: ({ record }) => record._id, right: true },
  { title: "Taken in", cell: ({ record }) => minuteOf(record.receivedAt) },
  { title: "By", cell: ({ record }) => record.by },
  { title: "File", cell: ({ record }) => record.file },
  { title: "Source", cell: ({ record }) => record.mapping?.name ?? record.source },
  { title: "Brand", cell: ({ row }) => row.brand },
  { title: "Rows", cell: ({ row }) => row.report.rows, right: true },
  { title: "Rejected", cell: ({ row }) => row.report.rejected, right: true },
  { title: "New creators", cell: ({ row }) => row.report.creators.new, right: true },
  { title: "Status", cell: ({ state }) => state, colour: ({ record }) => COLOURS[record.status] },
];

const COLOURS: Partial<Record<Import["status"], keyof Paint>> = {
  done: "green",
  failed: "red",
  running: "yellow",
  undoing: "yellow",
  undone: "dim",
};

function stateOf({ status, error, progress, undone }: Import, isAbandoned: boolean): string {
  const cutOff = "cut off; `start`, or the same file again, finishes it";
  if (status === "done") return "done";
  if (status === "failed") return `failed: ${error ?? "the log says why"}`;
  if (status === "undone") return undone ? `undone on ${minuteOf(undone.at)} by ${undone.by}` : "undone";
  if (status === "undoing") return isAbandoned ? "its undo was cut off; `start` finishes it" : "being undone";
  if (isAbandoned) return cutOff;
  return progress === undefined ? "running" : `running: ${progressInWords(progress)}`;
}

function asJson({ record, row }: Entry) {
  const { by, via, receivedAt, doneAt, undone, error, progress, mapping } = record;
  return { ...rowAsJson(row), mapping: mapping?.name, by, via, receivedAt, doneAt, undone, error, progress };
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  throw new InvalidArgumentError("Expected a number, 1 or more.");
}
