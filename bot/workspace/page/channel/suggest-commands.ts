import type { PageState } from "../../wire.js";

export type Command = PageState["commands"][number];

/** The commands that begin as what is typed, while only a command's name is typed. */
export function suggestCommands(commands: readonly Command[], text: string): Command[] {
  return /^\/\S*$/.test(text) ? commands.filter(({ name }) => name.startsWith(text.toLowerCase())) : [];
}

/** The command whose words are being typed. */
export function commandBegun(commands: readonly Command[], text: string): Command | undefined {
  const name = /^(\/\S+)\s/.exec(text)?.[1]?.toLowerCase();
  return commands.find((command) => command.name === name);
}
