import type { Command } from "commander";
import { type ChangeOptions, openToAct } from "../changing/acting.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";

export const unmergeCommand: TerminalCommand = {
  name: "unmerge",
  summary: "take a merge of two creators back",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>", "the one that became part of another")
      .action((who: string, options: ChangeOptions) => unmerge(who, options, context));
  },
};

async function unmerge(who: string, { json }: ChangeOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { unmergeCreators } = await import("../../../core/edits/index.js");
  const { id, handle, takenBack } = await unmergeCreators(db, who, acting);
  const [from, into] = takenBack.keys;
  if (json) printJson(context, { id, handle, from, into });
  else print(context, `${from} and ${into} are two creators again.`);
}
