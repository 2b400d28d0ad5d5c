import type { Command } from "commander";
import type { Connection } from "mongoose";
import type { Token } from "../../../core/access/index.js";
import type { Acting } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { dayOf } from "../../in-words.js";
import { type ChangeOptions, openToAct } from "../changing/acting.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

export const sheetsCommand: TerminalCommand = {
  name: "sheets",
  summary: "connect spreadsheets, list and disconnect them",
  register(command: Command, context: TerminalContext) {
    const json = () => command.opts<ChangeOptions>();
    command.action((options: ChangeOptions) => list(options, context));
    command
      .command("connect")
      .summary("a code that connects one spreadsheet, once")
      .option("--as <person>", "who its changes are signed by; else whoever types")
      .action(({ as }: { as?: string }) => connect(as, json(), context));
    command
      .command("revoke")
      .summary("disconnect a spreadsheet")
      .argument("<id>", "as roster sheets lists it")
      .action((id: string) => revoke(id, json(), context));
  },
};

async function list({ json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { listTokens } = await import("../../../core/access/index.js");
  const tokens = await listTokens(db, acting);
  if (json) return printJson(context, { sheets: tokens.map(asJson) });
  if (tokens.length === 0) return print(context, "No spreadsheet is connected. Connect one: roster sheets connect");
  print(context, printTable(COLUMNS, tokens, paintFor(context.stdout)));
}

async function connect(as: string | undefined, { json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { makePairingCode, CODE_MINUTES } = await import("../../../core/access/index.js");
  if (as === undefined) await becomePerson(db, acting);
  const { code, person, expiresAt } = await makePairingCode(db, { ...acting, personId: as?.trim() });
  if (json) return printJson(context, { code, person: person._id, expiresAt });
  print(context, `${code.slice(0, 4)}-${code.slice(4)}`);
  print(context, `Type this into Roster's sidebar in the spreadsheet within ${CODE_MINUTES} minutes.`);
  print(context, `It works once; what is changed there is signed by ${person.name}.`);
}

/** Whoever runs Roster on its own machine owns the data: the first time, they are written among the people. */
async function becomePerson(db: Connection, { actor, now }: Acting): Promise<void> {
  const { addPerson } = await import("../../../core/access/index.js");
  try {
    await addPerson(db, { id: actor.id, role: "admin" }, { actor, now });
  } catch (error) {
    if (!(error instanceof CrmError) || error.code !== "refused") throw error; // is among them already
  }
}

async function revoke(id: string, { json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { disconnectSpreadsheet } = await import("../../../core/sheets/index.js");
  const token = await disconnectSpreadsheet(db, id, acting);
  if (json) printJson(context, { ...asJson(token), revoked: true });
  else print(context, `${nameOf(token)} is not connected as ${token.personId} any more.`);
}

const nameOf = ({ title, spreadsheetId }: Token): string => title ?? spreadsheetId;

const COLUMNS: readonly Column<Token>[] = [
  { title: "Id", cell: ({ _id }) => _id },
  { title: "Spreadsheet", cell: nameOf },
  { title: "As", cell: ({ personId }) => personId },
  { title: "Connected", cell: ({ pairedAt }) => dayOf(pairedAt) },
  { title: "Last used", cell: ({ lastUsedAt }) => lastUsedAt && dayOf(lastUsedAt) },
];

/** Never the hash. */
const asJson = ({ _id: id, spreadsheetId, title, personId, pairedAt, lastUsedAt }: Token) => ({
  id,
  spreadsheetId,
  title,
  person: personId,
  pairedAt,
  lastUsedAt,
});
