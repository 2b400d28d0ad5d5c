import type { Command } from "commander";
import type { Person } from "../../../core/access/index.js";
import { dayOf } from "../../in-words.js";
import { type ChangeOptions, openToAct } from "../changing/acting.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

interface PersonOptions {
  role?: string;
  name?: string;
  brand?: string;
}

const BRAND = ["--brand <slug>", "only for this brand; else for all"] as const;

export const peopleCommand: TerminalCommand = {
  name: "people",
  summary: "list, add and change who may do what",
  register(command: Command, context: TerminalContext) {
    const json = () => command.opts<ChangeOptions>();
    command
      .addHelpText(
        "after",
        `
Roles: a viewer sees contacts masked, an editor changes creators, an admin manages people and brands too.

Example:
  people add U02ABC --name "Mia Cruz" --role editor --brand glow`,
      )
      .action((options: ChangeOptions) => list(options, context));
    command
      .command("add")
      .summary("add somebody")
      .argument("<person>", "a short name, an e-mail address or an id of Slack")
      .requiredOption("--role <role>", "viewer, editor or admin")
      .option("--name <name>", "what others call them")
      .option(...BRAND)
      .action((id: string, options: PersonOptions) => add(id, options, json(), context));
    command
      .command("change")
      .summary("give somebody another role or name")
      .argument("<person>")
      .option("--role <role>", "viewer, editor or admin")
      .option("--name <name>", "what others call them")
      .option(...BRAND)
      .action((id: string, options: PersonOptions) => change(id, options, json(), context));
    command
      .command("remove")
      .summary("take somebody away")
      .argument("<person>")
      .option(...BRAND)
      .action((id: string, { brand }: PersonOptions) => remove(id, brand, json(), context));
  },
};

async function list({ json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { listPeople } = await import("../../../core/access/index.js");
  const people = await listPeople(db, acting);
  if (json) return printJson(context, { people: people.map(asJson) });
  if (people.length === 0)
    return print(context, "Nobody yet. By Slack, admins of the workspace come in as admins, members as viewers.");
  show(people, context);
}

async function add(id: string, given: PersonOptions, { json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { addPerson } = await import("../../../core/access/index.js");
  const { role = "", name, brand } = given;
  const person = await addPerson(db, { id, role, name, brand }, acting);
  if (json) printJson(context, asJson(person));
  else show([person], context);
}

async function change(
  id: string,
  given: PersonOptions,
  { json }: ChangeOptions,
  context: TerminalContext,
): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { changePerson } = await import("../../../core/access/index.js");
  const person = await changePerson(db, id, given, acting);
  if (json) printJson(context, asJson(person));
  else show([person], context);
}

async function remove(
  id: string,
  brand: string | undefined,
  { json }: ChangeOptions,
  context: TerminalContext,
): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { removePerson } = await import("../../../core/access/index.js");
  await removePerson(db, id, { ...acting, brand });
  if (json) printJson(context, { id, removed: true });
  else print(context, `${id} may do nothing ${brand === undefined ? "" : `for ${brand} `}any more.`);
}

function show(people: readonly Person[], context: TerminalContext): void {
  print(context, printTable(COLUMNS, people, paintFor(context.stdout)));
}

const COLUMNS: readonly Column<Person>[] = [
  { title: "Person", cell: ({ _id }) => _id },
  { title: "Name", cell: ({ _id, name }) => (name === _id ? undefined : name) },
  { title: "May", cell: ({ rights }) => rights.map(({ role, brandId }) => `${role} of ${brandId}`).join(", ") },
  { title: "Since", cell: ({ addedAt }) => dayOf(addedAt) },
];

const asJson = ({ _id: id, name, rights, addedAt, addedBy }: Person) => ({ id, name, rights, addedAt, addedBy });
