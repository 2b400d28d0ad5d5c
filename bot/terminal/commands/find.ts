import { type Command, InvalidArgumentError, Option } from "commander";
import { CrmError } from "../../../core/errors/index.js";
import type { ListQuestion } from "../../../core/lists/index.js";
import type { ListName } from "../../../core/query/index.js";
import { counted } from "../../in-words.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { askedBrand } from "../listing/asked-brand.js";
import { exportList } from "../listing/export-list.js";
import { rowColumns } from "../listing/row-columns.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

/** What a screen holds. */
const USUAL_LIMIT = 20;

const LISTS = ["creators", "samples", "videos"] as const satisfies readonly ListName[];

interface FindOptions {
  of: ListName;
  brand?: string;
  limit?: number;
  sort?: string;
  count?: boolean;
  csv?: string;
  columns?: string[];
  cursor?: string;
  json?: boolean;
}

export const findCommand: TerminalCommand = {
  name: "find",
  summary: "list creators, samples or videos by a query",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<query>", 'such as "gmv:>5k sampled:<30d -status:blocked"; "" lists everything')
      // A query may begin with `-`, and is no option then.
      .allowUnknownOption()
      .allowExcessArguments()
      .addOption(new Option("--of <list>", "what is listed").choices([...LISTS]).default("creators"))
      .option("--brand <slug>", "the brand whose figures count, or all; else the default one")
      .option("--limit <rows>", `how many; else ${USUAL_LIMIT}, and with --csv all of them`, readLimit)
      .option("--sort <field>", "the order: a number, a time or handle, largest first; gmv-asc turns it round")
      .option("--count", "count all there are, not only up to 10,000")
      .option("--csv <file>", "write all of them to a file that spreadsheets open")
      .option("--columns <names>", "with --csv: only these columns, in this order, such as handle,email,gmv", readNames)
      .option("--cursor <cursor>", "go on where a page ended")
      .addHelpText("after", EXAMPLES)
      .action(async (query: string, options: FindOptions, { args }: Command) => {
        await requireOneQuery(args, command);
        return find(query, options, context);
      });
  },
};

const EXAMPLES = `
Examples:
  find "gmv:>5k has:email -status:blocked" --sort posted
  find "-has:email"
  find "tag:vip OR badge:>=gold" --csv vips.csv --columns handle,email,phone
  find "status:delivered by:(followers:>10k)" --of samples
A file with all columns changes nothing when it is imported again; a cell that was changed in it is another value.`;

async function find(query: string, options: FindOptions, context: TerminalContext): Promise<void> {
  requireFitting(options);
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
  if (options.csv !== undefined) return exportList(question, options.csv, brand, options, context);

  const { listRecords } = await import("../../../core/lists/index.js");
  const { limit = USUAL_LIMIT, cursor, count } = options;
  const page = await listRecords(db, { ...question, limit, cursor, count });
  if (options.json) return printJson(context, { ...page, next: page.next ?? null });
  const { total, more, rows, next } = page;
  const one = options.of.slice(0, -1);
  if (rows.length === 0) return print(context, `No ${options.of} match.`);

  const columns = rowColumns(brand)[options.of] as readonly Column<(typeof rows)[number]>[];
  print(context, printTable(columns, rows, paintFor(context.stdout)));
  const all = `${more ? "More than " : ""}${counted(total, one, options.of)}`;
  print(
    context,
    `\n${all}${next === undefined ? "" : `; ${counted(rows.length, "row")} shown. Go on: --cursor ${next}`}`,
  );
}

/** @throws CrmError when what is told to a file is for the screen, or the other way round */
function requireFitting({ csv, cursor, count, columns }: FindOptions): void {
  const wrong = csv === undefined ? columns && "--columns" : cursor ? "--cursor" : count && "--count";
  if (!wrong) return;
  const say =
    csv === undefined
      ? "--columns chooses what --csv FILE writes: give both, or none."
      : `${wrong} is for the screen: --csv writes all that fit, from the first on, and says how many. Leave ${wrong} out.`;
  throw new CrmError("wrong-input", `${wrong} and --csv`, { say });
}

/** @throws CrmError for an option that there is not, and for a query that has come apart */
async function requireOneQuery(words: readonly string[], command: Command): Promise<void> {
  const wrong = words.find((word) => word.startsWith("--"));
  const known = command.options.flatMap(({ long }) => long ?? []);
  if (wrong !== undefined) {
    const { suggest } = await import("../../../core/query/index.js");
    const near = suggest(wrong, known);
    throw new CrmError("wrong-input", `no option ${wrong}`, {
      say: `There is no option ${wrong}.${near ? ` Did you mean ${near}?` : ""} The options are: ${known.join(", ")}.`,
    });
  }
  if (words.length <= 1) return;
  throw new CrmError("wrong-input", "several queries", {
    say: `Expected one query, got ${words.length}. One of several words goes into quotes: find "${words.join(" ")}"`,
  });
}

const readNames = (text: string): string[] => text.split(",").filter((name) => name.trim() !== "");

function readLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1_000) return limit;
  throw new InvalidArgumentError("Expected a number from 1 to 1000; --csv without it writes all there are.");
}
