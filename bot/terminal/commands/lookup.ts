import type { Command } from "commander";
import { CrmError } from "../../../core/errors/index.js";
import type { CreatorRow } from "../../../core/lists/index.js";
import { counted } from "../../in-words.js";
import { fullNameOf } from "../../value-text.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";
import { type AskedBrand, askedBrand } from "../listing/asked-brand.js";
import { creatorCard } from "../listing/creator-card.js";
import { pastedTable } from "../listing/pasted-table.js";
import { rowColumns } from "../listing/row-columns.js";
import { inOneLine, paintFor } from "../paint.js";
import { printTable } from "../print-table.js";
import { readList } from "../read-list.js";

interface LookupOptions {
  brand?: string;
  paste?: string | true;
  json?: boolean;
}

export const lookupCommand: TerminalCommand = {
  name: "lookup",
  summary: "show a creator, by handle, link, e-mail, phone or name",
  register(command: Command, context: TerminalContext) {
    command
      .argument("[who...]", "such as @mia.glow, a TikTok link, mia@example.com, (832) 555-0159, Mía Cruz")
      .option("--brand <slug>", "the brand whose figures count, or all; else the default one")
      .option("--paste [file]", "look up a whole list of handles or links, of a file or of standard input")
      .addHelpText("after", EXAMPLES)
      .action((who: string[], options: LookupOptions) =>
        options.paste === undefined
          ? lookup(who.join(" "), options, context)
          : lookupList(who, { ...options, paste: options.paste === true ? "-" : options.paste }, context),
      );
  },
};

const EXAMPLES = `
Examples:
  lookup mia.glow
  lookup --paste list.txt
  pbpaste | roster lookup --paste`;

async function lookup(who: string, { brand: slug, json }: LookupOptions, context: TerminalContext): Promise<void> {
  const { connection: db } = await context.database();
  const brand = await askedBrand(context, slug);
  const { creatorDetail, lookUp } = await import("../../../core/lookup/index.js");
  const scope = { brandId: brand.brandId, actor: brand.actor };
  const found = await lookUp(db, who, scope);
  if (found.kind === "none") {
    if (json) printJson(context, { nearest: found.nearest });
    throw nobody(who, found.nearest);
  }
  if (found.kind === "several")
    return json
      ? printJson(context, { several: found.creators, total: found.total, more: found.more })
      : several(found, brand, context);
  const detail = await creatorDetail(db, found.creator.id, scope);
  if (json) printJson(context, detail);
  else print(context, creatorCard(detail, brand, paintFor(context.stdout)));
}

/** What stands between the names, and around them, does not matter. */
async function lookupList(
  who: readonly string[],
  { brand: slug, json, paste }: LookupOptions & { paste: string },
  context: TerminalContext,
): Promise<void> {
  if (who.length > 0) {
    throw new CrmError("wrong-input", "words beside a list", {
      say: `Expected one or the other: a list by --paste ${paste}, or "${inOneLine(who.join(" "))}".`,
    });
  }
  const list = await readList(context, paste);
  const { connection: db } = await context.database();
  const brand = await askedBrand(context, slug);
  const { isShortLink, readPasted } = await import("../../../core/lookup/index.js");
  const pasted = await readPasted(db, list, { brandId: brand.brandId, actor: brand.actor });
  if (json) printJson(context, pasted);
  else {
    print(context, pastedTable(pasted, brand, paintFor(context.stdout)));
    if (pasted.notFound.some(isShortLink)) {
      print(context, "Of short links only TikTok knows whom they lead to: open them, and copy the long ones.");
    }
  }
}

function several(
  { creators, total, more }: { creators: CreatorRow[]; total: number; more?: true },
  brand: AskedBrand,
  context: TerminalContext,
): void {
  print(context, printTable(rowColumns(brand).creators, creators, paintFor(context.stdout)));
  const shown = total > creators.length ? `, the likeliest ${creators.length} of them shown` : "";
  print(context, `\n${more ? "More than " : ""}${counted(total, "creator")} fit${shown}. One alone: lookup @handle`);
}

function nobody(who: string, nearest: readonly CreatorRow[]): CrmError {
  const names = nearest.map((row) => {
    const called = row.handle === undefined ? row.id : `@${row.handle}`;
    return `  ${[called, fullNameOf(row)].filter(Boolean).join("  ")}`;
  });
  const near = names.length === 0 ? [] : ["The nearest:", ...names];
  const say = [`Nobody is known as "${inOneLine(who)}".`, ...near].join("\n");
  return new CrmError("not-found", "nobody looked up", { say });
}
