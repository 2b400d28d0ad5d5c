import { type Command, InvalidArgumentError } from "commander";
import { BRAND, openToAct } from "../changing/acting.js";
import { changeSelection, requireQueryFor, type SelectionOptions } from "../changing/change-selection.js";
import { showEdited } from "../changing/show-edited.js";
import type { TerminalCommand, TerminalContext } from "../command.js";

interface WhitelistOptions extends SelectionOptions {
  query?: boolean;
}

export const whitelistCommand: TerminalCommand = {
  name: "whitelist",
  summary: "put creators on a brand's whitelist, or take them off",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<who>", "a handle; with --query a query in quotes")
      .argument("[listed]", "yes or no", readYesNo, true)
      .option(...BRAND)
      .option("--query", "all creators that the query finds")
      .option("--dry-run", "with --query, only say how many there are")
      .option("--yes", "with --query, change them without asking")
      .action((who: string, on: boolean, options: WhitelistOptions) => set(who, on, options, context));
  },
};

async function set(who: string, to: boolean, options: WhitelistOptions, context: TerminalContext): Promise<void> {
  if (options.query) {
    const [ask, done] = to
      ? ["Put on the whitelist", "put on the whitelist"]
      : ["Take off the whitelist", "taken off the whitelist"];
    return changeSelection(who, { kind: "whitelist", to }, { ask, done, doing: "Changing" }, options, context);
  }
  requireQueryFor(options);
  const { db, acting } = await openToAct(context, options);
  const { setWhitelisted } = await import("../../../core/edits/index.js");
  await showEdited(await setWhitelisted(db, who, to, acting), options, context);
}

function readYesNo(text: string): boolean {
  if (text === "yes" || text === "no") return text === "yes";
  throw new InvalidArgumentError("Expected yes or no.");
}
