import { type Command, InvalidArgumentError, Option } from "commander";
import type { ListQuestion } from "../../../core/lists/index.js";
import type { ListName } from "../../../core/query/index.js";
import { counted } from "../../in-words.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { type AskedBrand, askedBrand } from "../listing/asked-brand.js";
import { rowColumns } from "../listing/row-columns.js";
import { writeCsv } from "../listing/write-csv.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

/** What a screen holds. */
const USUAL_LIMIT = 20;

const LISTS = ["creators", "samples", "videos"] as const satisfies readonly ListName[];

interface FindOptions {
  of: ListName;
  brand?: string;
  limit: number;
  sort?: string;
  count?: boolean;
  csv?: string;
  cursor?: string;
  json?: boolean;
}

export const findCommand: TerminalCommand = {
  name: "find",
  summary: "list creators, samples or videos by a query",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<query>", 'such as "gmv:>5k sampled:<30d -status:blocked"; "" lists everything')
      .addOption(new Option("--of <list>", "what is listed").choices([...LISTS]).default("creators"))
      .option("--brand <slug>", "the brand whose figures count, or all; else the default one")
      .option("--limit <rows>", "how many", readLimit, USUAL_LIMIT)
      .option("--sort <field>", "the order: a number, a time or handle, largest first; gmv-asc turns it round")
      .option("--count", "count all there are, not only up to 10,000")
      .option("--csv <file>", "write all of them to a file that spreadsheets open")
      .option("--cursor <cursor>", "go on where a page ended")
      .addHelpText("after", EXAMPLES)
      .action((query: string, options: FindOptions) => find(query, options, context));
  },
};

const EXAMPLES = `
Examples:
  find "gmv:>5k has:email -status:blocked" --sort posted
  find "tag:vip OR badge:>=gold" --csv vips.csv
  find "(-has:email)"     a query that begins with - goes into parentheses
  find "status:delivered by:(followers:>10k)" --of samples`;

async function find(query: string, options: FindOptions, context: TerminalContext): Promise<void> {
  const { connection: db } = await context.database();
  const brand = await askedBrand(context, options.brand);
  const { segmentQueries } = await import("../../../core/segments/index.js");
  const question: ListQuestion & { list: ListName } = {
    list: options.of,
    query: options.sort === undefined ? query : `${query} sort:${options.sort}`.trimStart(),
    brandId: brand.brandId,
    actor: brand.actor,
    zone: brand.zone,
    now: new Date(),
    segments: await segmentQueries(db),
  };
  if (options.csv !== undefined) return exportAll(question, options.csv, brand, options, context);

  const { listRecords } = await import("../../../core/lists/index.js");
  const { limit, cursor, count } = options;
  const page = await listRecords(db, { ...question, limit, cursor, count });
  if (options.json) return printJson(context, { ...page, next: page.next ?? null });
  const { total, more, rows, next } = page;
  const one = options.of.slice(0, -1);
  if (rows.length === 0) return print(context, `No ${options.of} fit.`);

  const columns = rowColumns(brand)[options.of] as readonly Column<(typeof rows)[number]>[];
  print(context, printTable(columns, rows, paintFor(context.stdout)));
  const all = `${more ? "More than " : ""}${counted(total, one, options.of)}`;
  print(
    context,
    `\n${all}${next === undefined ? "" : `; ${counted(rows.length, "row")} shown. Go on: --cursor ${next}`}`,
  );
}

async function exportAll(
  question: ListQuestion & { list: ListName },
  file: string,
  brand: AskedBrand,
  { json }: FindOptions,
  context: TerminalContext,
): Promise<void> {
  const { connection: db } = await context.database();
  const { exportHeading, exportLine, streamRecords } = await import("../../../core/lists/index.js");
  const rows = streamRecords(db, question);
  // A mistake in the query is told before a file is begun.
  const first = await rows.next();
  async function* lines() {
    if (first.done) return;
    yield exportLine(question.list, first.value, brand);
    for await (const row of rows) yield exportLine(question.list, row, brand);
  }
  const total = await writeCsv(file, exportHeading(question.list, brand), lines());
  if (json) printJson(context, { total, file });
  else print(context, `${counted(total, question.list.slice(0, -1), question.list)} → ${file}`);
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000) return limit;
  throw new InvalidArgumentError("Expected a number from 1 to 1000; --csv writes all there are.");
}
