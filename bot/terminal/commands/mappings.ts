import type { Command } from "commander";
import type { SavedMapping } from "../../../core/imports/index.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

interface MappingsOptions {
  json?: boolean;
}

export const mappingsCommand: TerminalCommand = {
  name: "mappings",
  summary: "list and remove the mappings of tables of your own",
  register(command: Command, context: TerminalContext) {
    command
      .configureHelp({ showGlobalOptions: true })
      .addHelpText("after", '\nAdding one:\n  import FILE --map "Creator=handle,Mail=email" --map-name agency')
      .action((options: MappingsOptions) => listMappings(options, context));
    command
      .command("remove")
      .summary("forget a mapping; what was imported by it stays")
      .argument("<name>")
      .action((name: string) => remove(name, command.opts(), context));
  },
};

async function listMappings({ json }: MappingsOptions, context: TerminalContext): Promise<void> {
  const { connection: db } = await context.database();
  const { savedMappings } = await import("../../../core/imports/index.js");
  const mappings = await savedMappings(db);
  if (json) return printJson(context, { mappings });
  if (mappings.length === 0) return print(context, "No mapping has been saved: `import --help` says how.");
  print(context, printTable(COLUMNS, mappings, paintFor(context.stdout)));
}

async function remove(name: string, { json }: MappingsOptions, context: TerminalContext): Promise<void> {
  const { connection: db } = await context.database();
  const { removeMapping } = await import("../../../core/imports/index.js");
  await removeMapping(db, name);
  if (json) printJson(context, { removed: name });
  else print(context, `The mapping ${name} is removed. What was imported by it stays.`);
}

const COLUMNS: readonly Column<SavedMapping>[] = [
  { title: "Name", cell: ({ name }) => name },
  {
    title: "Columns",
    cell: ({ columns }) =>
      Object.entries(columns)
        .map(([header, field]) => `${header.trim()}=${field}`)
        .join(", "),
  },
];
