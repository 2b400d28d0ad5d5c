import { type Command, Option } from "commander";
import type { ListName } from "../../../core/query/index.js";
import type { Segment, SegmentChanges } from "../../../core/segments/index.js";
import { counted, dayOf, minuteOf } from "../../in-words.js";
import { BRAND, type ChangeOptions, openToAct } from "../changing/acting.js";
import { readSince } from "../changing/read-since.js";
import { nameOf } from "../changing/show-edited.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

interface SaveOptions extends ChangeOptions {
  of: ListName;
}

const LISTS = ["creators", "samples", "videos"] as const satisfies readonly ListName[];

export const segmentsCommand: TerminalCommand = {
  name: "segments",
  summary: "list, save and remove saved queries; who entered and who left",
  register(command: Command, context: TerminalContext) {
    const json = () => command.opts<ChangeOptions>();
    command
      .addHelpText(
        "after",
        '\nExample:\n  segments save vips "tag:vip gmv30:>5k"\n  find segment:vips\n  segments changes vips --since 7d',
      )
      .action((options: ChangeOptions) => list(options, context));
    command
      .command("save")
      .summary("save a query under a name, or change the one of that name")
      .argument("<name>")
      .argument("<query>", "in quotes")
      .addOption(new Option("--of <list>", "what it lists").choices(LISTS).default("creators"))
      .option(...BRAND)
      .action((name: string, query: string, options: SaveOptions) =>
        save(name, query, { ...options, ...json() }, context),
      );
    command
      .command("remove")
      .summary("remove a segment that no other uses")
      .argument("<name>")
      .action((name: string) => remove(name, json(), context));
    command
      .command("changes")
      .summary("who entered a segment and who left it")
      .argument("<name>")
      .option("--since <day>", "2026-03-01, or 7d", "7d")
      .action((name: string, { since }: { since: string }) => changes(name, since, json(), context));
  },
};

async function list({ json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { listSegments } = await import("../../../core/segments/index.js");
  const segments = await listSegments(db, acting);
  if (json) return printJson(context, { segments: segments.map(asJson) });
  if (segments.length === 0) return print(context, 'No segments yet. To save one: segments save vips "tag:vip"');
  print(context, printTable(COLUMNS, segments, paintFor(context.stdout)));
}

async function save(name: string, query: string, options: SaveOptions, context: TerminalContext): Promise<void> {
  const { of } = options;
  const { db, acting } = await openToAct(context, options);
  const { saveSegment } = await import("../../../core/segments/index.js");
  const segment = await saveSegment(db, { name, query, list: of, brand: options.brand }, acting);
  if (options.json) printJson(context, asJson(segment));
  else
    print(
      context,
      `"${segment.name}" is saved${of === "creators" ? `. It finds: find 'segment:"${segment.name}"'` : ""}.`,
    );
}

async function remove(name: string, { json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { removeSegment } = await import("../../../core/segments/index.js");
  const segment = await removeSegment(db, name, acting);
  if (json) printJson(context, { name: segment.name, removed: true });
  else print(context, `"${segment.name}" is removed.`);
}

async function changes(name: string, since: string, { json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { segmentChanges } = await import("../../../core/segments/index.js");
  const found = await segmentChanges(db, name, readSince(since, acting.now), acting);
  if (json) printJson(context, found);
  else print(context, inWords(found));
}

function inWords({ segment, from, members, entered, left }: SegmentChanges): string {
  const line = (title: string, those: typeof entered) =>
    those.length === 0 ? [] : [`${title}: ${those.map(nameOf).join(", ")}`];
  return [
    `"${segment}" has ${counted(members, "creator")}; since ${minuteOf(from)}: ${entered.length} entered, ${left.length} left.`,
    ...line("Entered", entered),
    ...line("Left", left),
  ].join("\n");
}

const COLUMNS: readonly Column<Segment>[] = [
  { title: "Name", cell: ({ name }) => name },
  { title: "Of", cell: ({ list: of }) => of },
  { title: "Query", cell: ({ query }) => query },
  { title: "Brand", cell: ({ brandId }) => brandId },
  { title: "Owner", cell: ({ owner }) => owner },
  { title: "Saved", cell: ({ savedAt }) => dayOf(savedAt) },
];

const asJson = ({ name, list: of, query, brandId, owner, savedAt }: Segment) => ({
  name,
  list: of,
  query,
  brand: brandId,
  owner,
  savedAt,
});
