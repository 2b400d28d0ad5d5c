import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { CrmError } from "../../../core/errors/index.js";
import type { Expected, GenerateOptions } from "../../../core/generate/index.js";
import { counted } from "../../in-words.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { quoteForShell } from "../importing/read-map.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";
import { statusLine } from "../status-line.js";

export const generateCommand: TerminalCommand = {
  name: "generate",
  summary: "write the files of a made-up account, for trying",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<dir>", "a new or empty folder, or one that an account was written to before")
      .option("--size <size>", "1 is a real account, about 260,000 rows; from 0.01 to 25", readNumber, 1)
      .option("--seed <seed>", "the same size and seed give the same files", readNumber, 1)
      .action((dir: string, options: GenerateOptions & { json?: boolean }) => generate(dir, options, context));
  },
};

async function generate(
  dir: string,
  { size, seed, json }: GenerateOptions & { json?: boolean },
  context: TerminalContext,
): Promise<void> {
  const { generateAccount, MADE_FILES } = await import("../../../core/generate/index.js");
  await requireOwn(dir, MADE_FILES);
  const line = statusLine(context.stderr);
  line.show(() => `Writing an account of size ${size} into ${dir}`);
  const expected = await generateAccount(dir, { size, seed }).finally(() => line.clear());
  if (json) return printJson(context, { dir, ...expected });
  print(context, summaryOf(dir, expected, context));
}

/** Nothing is written among files that somebody else has put there. */
async function requireOwn(dir: string, made: readonly string[]): Promise<void> {
  const names = await readdir(dir).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") return [];
    const say = cause.code === "ENOTDIR" ? `${dir} is a file: name a folder.` : `${dir}: ${cause.message}.`;
    throw new CrmError("wrong-input", `cannot list ${dir}`, { say, cause });
  });
  const own = new Set([...made.flatMap((name) => [`${name}.csv`, `${name}.rejected.csv`]), "expected.json"]);
  const other = names.find((name) => !own.has(name) && !name.startsWith("."));
  if (other === undefined) return;
  throw new CrmError("refused", `${dir} holds other files`, {
    say: `${dir} holds other files (${other}). Name a new folder.`,
  });
}

function summaryOf(dir: string, expected: Expected, { stdout }: TerminalContext): string {
  const { rows, creators, samples, videos } = expected;
  const paint = paintFor(stdout);
  return [
    printTable(COLUMNS, expected.files, paint),
    `${counted(rows, "row")} about ${counted(creators, "creator")}, ${counted(samples, "sample")} and ${counted(videos, "video")}.`,
    paint.dim(
      `Everybody in it is made up. To take it in: npm run -s roster -- import ${quoteForShell(join(dir, "/"))}*.csv`,
    ),
  ].join("\n");
}

const COLUMNS: readonly Column<Expected["files"][number]>[] = [
  { title: "File", cell: ({ name }) => name },
  { title: "Rows", cell: ({ rows }) => rows, right: true },
  { title: "To be rejected", cell: ({ rejected }) => rejected, right: true },
  { title: "Unreadable values", cell: ({ rejectedValues }) => rejectedValues, right: true },
];

function readNumber(text: string): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(number)) return number;
  throw new InvalidArgumentError("Expected a number.");
}
