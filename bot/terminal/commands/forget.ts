import type { Command } from "commander";
import { CrmError } from "../../../core/errors/index.js";
import type { ForgetReport } from "../../../core/forget/index.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { openToAct } from "../changing/acting.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";

interface ForgetOptions {
  yes?: boolean;
  json?: boolean;
}

export const forgetCommand: TerminalCommand = {
  name: "forget",
  summary: "erase a creator for good; later rows about them are rejected",
  register(command: Command, context: TerminalContext) {
    command
      .argument("<handle>")
      .option("--yes", "forget without asking")
      .action((who: string, options: ForgetOptions) => forget(who, options, context));
  },
};

async function forget(who: string, options: ForgetOptions, context: TerminalContext): Promise<void> {
  const { db, acting } = await openToAct(context);
  const { forgetCreator, previewForget } = await import("../../../core/forget/index.js");
  const preview = await previewForget(db, who, acting);
  if (!options.yes) {
    const would = `This erases ${who} for good: ${inWords(preview)}. It cannot be undone.`;
    // What cannot be taken back is never done unasked.
    if (!canAsk(context, options)) {
      throw new CrmError("refused", "forgetting was not confirmed", { say: `${would}\nTo do it, add --yes.` });
    }
    context.stderr.write(`${would}\n`);
    await confirm(context, options, { question: `Forget ${who}?`, otherwise: "Nothing was erased." });
  }
  const report = await forgetCreator(db, who, acting);
  if (options.json) return printJson(context, report);
  const { undoDays } = await import("../../../core/imports/index.js");
  print(context, `${who} is forgotten: ${inWords(report)} erased.${originalsNote(report, await undoDays(db))}`);
}

const inWords = ({ sightings, edits, samples, videos }: ForgetReport): string =>
  [
    `what ${counted(sightings, "import")} said`,
    counted(edits, "change"),
    counted(samples, "sample"),
    counted(videos, "video"),
  ].join(", ");

function originalsNote({ originals }: ForgetReport, days: number): string {
  if (originals === 0) return "";
  const files = counted(originals, "imported file");
  return `\n${files} ${originals === 1 ? "has" : "have"} rows about them still; files are dropped ${counted(days, "day")} after their import.`;
}
