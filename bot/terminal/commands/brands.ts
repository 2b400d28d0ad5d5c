import type { Command } from "commander";
import type { Brand } from "../../../core/brands/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { openToAct } from "../changing/acting.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { paintFor } from "../paint.js";
import { type Column, printTable } from "../print-table.js";

interface BrandsOptions {
  json?: boolean;
}

export const brandsCommand: TerminalCommand = {
  name: "brands",
  summary: "list, add and change brands",
  register(command: Command, context: TerminalContext) {
    command
      .configureHelp({ showGlobalOptions: true })
      .addHelpText("after", '\nExample:\n  brands add slug=glow name="Glow" currency=GBP country=GB zone=Europe/London')
      .action((options: BrandsOptions) => listBrands(options, context));
    command
      .command("add")
      .summary("add a brand")
      .argument("<settings...>", "slug=… name=… currency=GBP country=GB zone=Europe/London postalAddress=…")
      .action((settings: string[]) => add(settings, command.opts(), context));
    command
      .command("set")
      .summary("change a brand")
      .argument("<slug>")
      .argument("<settings...>", "such as currency=EUR")
      .action((slug: string, settings: string[]) => change(slug, settings, command.opts(), context));
  },
};

async function listBrands({ json }: BrandsOptions, context: TerminalContext): Promise<void> {
  const { connection: db } = await context.database();
  const { allBrands } = await import("../../../core/brands/index.js");
  const brands = [...(await allBrands(db)).values()];
  if (json) printJson(context, { brands: brands.map(asJson) });
  else print(context, printTable(COLUMNS, brands, paintFor(context.stdout)));
}

async function add(settings: string[], { json }: BrandsOptions, context: TerminalContext): Promise<void> {
  const given = readSettings(settings);
  const { db, acting } = await openToAct(context);
  const { addBrand } = await import("../../../core/brands/index.js");
  show(await addBrand(db, given, acting), json, context);
}

async function change(
  slug: string,
  settings: string[],
  { json }: BrandsOptions,
  context: TerminalContext,
): Promise<void> {
  const given = readSettings(settings);
  const { db, acting } = await openToAct(context);
  const { allBrands, changeBrand, findBrand } = await import("../../../core/brands/index.js");
  const { _id } = await findBrand(db, slug);
  const holder = [...(await allBrands(db)).values()].find((other) => other.slug === given.slug);
  if (holder !== undefined && holder._id !== _id) {
    throw new CrmError("refused", `brand ${holder.slug} exists`, { say: `There is a brand "${holder.slug}" already.` });
  }
  show(await changeBrand(db, slug, given, acting), json, context);
}

function show(brand: Brand, json: boolean | undefined, context: TerminalContext): void {
  if (json) printJson(context, asJson(brand));
  else print(context, printTable(COLUMNS, [brand], paintFor(context.stdout)));
}

const COLUMNS: readonly Column<Brand>[] = [
  { title: "Slug", cell: ({ slug }) => slug },
  { title: "Name", cell: ({ name }) => name },
  { title: "Currency", cell: ({ currency }) => currency },
  { title: "Country", cell: ({ country }) => country },
  { title: "Zone", cell: ({ zone }) => zone },
  { title: "Postal address", cell: ({ postalAddress }) => postalAddress },
];

function asJson({ _id: id, slug, name, currency, country, zone, postalAddress }: Brand) {
  return { id, slug, name, currency, country, zone, postalAddress };
}

function readSettings(settings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    settings.map((setting) => {
      const equals = setting.indexOf("=");
      if (equals > 0) return [setting.slice(0, equals), setting.slice(equals + 1)];
      throw new CrmError("wrong-input", `Expected setting=value, such as currency=EUR; got "${setting}".`);
    }),
  );
}
