import type { Command } from "commander";
import type { AuditEntry } from "../../../core/audit/index.js";
import type { EditChange } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { counted, minuteOf } from "../../in-words.js";
import { terminalActor } from "../changing/acting.js";
import { changeInWords, type TextOf } from "../changing/change-in-words.js";
import { readSince } from "../changing/read-since.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

interface AuditOptions {
  by?: string;
  since?: string;
  brand?: string;
  limit: string;
  cursor?: string;
  json?: boolean;
}

export const auditCommand: TerminalCommand = {
  name: "audit",
  summary: "show who changed what, newest first",
  register(command: Command, context: TerminalContext) {
    command
      .argument("[handle]", "only what was about this creator")
      .option("--by <person>", "only what this person did, by id or name")
      .option("--since <day>", "only from then on: 2026-03-01, or 7d")
      .option("--brand <slug>", "only of this brand")
      .option("--limit <entries>", "how many", "50")
      .option("--cursor <cursor>", "go on where the page before ended")
      .action((who: string | undefined, options: AuditOptions) => audit(who, options, context));
  },
};

async function audit(who: string | undefined, options: AuditOptions, context: TerminalContext): Promise<void> {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1) {
    throw new CrmError("wrong-input", `--limit expects a whole number from 1, got "${options.limit}".`);
  }
  const { connection: db } = await context.database();
  const { auditLog } = await import("../../../core/audit/index.js");
  const { textOf } = await import("../../../core/edits/index.js");
  const { by, brand, cursor, since } = options;
  const { entries, next } = await auditLog(db, {
    actor: await terminalActor(),
    creator: who,
    by,
    brand,
    cursor,
    limit,
    since: since === undefined ? undefined : readSince(since, new Date()),
  });
  if (options.json) return printJson(context, { entries, next });
  if (entries.length === 0) return print(context, "Nothing was changed.");
  print(context, printTable(columns(textOf), entries, paintFor(context.stdout)));
  if (next !== undefined) print(context, `\nMore: --cursor ${next}`);
}

const columns = (textOf: TextOf): readonly Column<AuditEntry>[] => [
  { title: "When", cell: ({ at }) => minuteOf(at) },
  { title: "Who", cell: ({ by, byName }) => (byName === undefined ? by : `${byName} (${by})`) },
  { title: "About", cell: aboutWhom },
  { title: "What", cell: (entry) => whatInWords(entry, textOf) },
];

function aboutWhom(entry: AuditEntry): string {
  if ("creator" in entry) return entry.creatorName ?? entry.creator;
  if (entry.what === "setting") return `${entry.kind} ${entry.inNames?.subject ?? entry.subject}`;
  return "creators" in entry ? counted(entry.creators, "creator") : entry.file;
}

function whatInWords(entry: AuditEntry, textOf: TextOf): string {
  switch (entry.what) {
    case "import":
      return `import ${entry.importId}: ${entry.status}`;
    case "import-undone":
      return `took back import ${entry.importId}`;
    case "setting":
      return settingInWords({ ...entry, ...entry.inNames });
    case "edit":
    case "edit-undone": {
      const words = changeInWords(withOther(entry.change, entry.otherName), textOf);
      return entry.what === "edit" ? words : `took back: ${words}`;
    }
    default: {
      const words = `change ${entry.batch}: ${changeInWords(entry.change, textOf)}, of ${entry.query}`;
      return entry.what === "batch" ? words : `took back ${words}`;
    }
  }
}

const settingInWords = ({ from, to = "removed" }: { from?: string; to?: string }): string =>
  [from, to].filter((words) => words !== undefined).join(" → ");

/** A change that is about two creators, with the other one's name in place of the id. */
function withOther(change: EditChange, name: string | undefined): EditChange {
  if (name === undefined) return change;
  if (change.kind === "merge") return { ...change, into: name };
  return change.kind === "notDoubles" ? { ...change, of: name } : change;
}
