import { suggest } from "../../core/query/index.js";
import type { CommandListener } from "../listen.js";
import { lookUpCommand } from "./look-up.js";
import { splitWord } from "./split-word.js";
import { SUBCOMMANDS } from "./subcommands.js";

/** `/creator …`: the word of a subcommand and what it is told, or whom to look up. */
export const creatorCommand: CommandListener = async (heard) => {
  const { word, rest } = splitWord(heard.command.text);
  const named = word === "" ? "help" : word.toLowerCase();
  const listener = SUBCOMMANDS[named];
  if (listener && Object.hasOwn(SUBCOMMANDS, named)) return listener(heard, rest);
  await lookUpCommand(heard, heard.command.text.trim(), didYouMean(word, rest));
};

/** What a mistyped word was probably to say: told only where nobody is called so. */
function didYouMean(word: string, rest: string): string | undefined {
  const near = suggest(word, Object.keys(SUBCOMMANDS));
  return near === undefined ? undefined : `/creator ${near} ${rest}`.trimEnd();
}
