import type { Edited } from "../../../core/edits/index.js";
import { print, printJson, type TerminalContext } from "../command.js";
import { changeInWords } from "./change-in-words.js";

/** The name that people know a creator by. */
export const nameOf = ({ id, handle }: { id: string; handle?: string }): string =>
  handle === undefined ? id : `@${handle}`;

/** What became of a change of one creator: a line for each edit, or that everything was that way already. */
export async function showEdited(
  edited: Edited,
  { json }: { json?: boolean },
  context: TerminalContext,
  said?: string,
): Promise<void> {
  const { id, handle, edits } = edited;
  if (json) return printJson(context, { id, handle, changes: edits.map(({ change }) => change) });
  const { textOf } = await import("../../../core/edits/index.js");
  const lines = edits.map(({ change }) => `  ${changeInWords(change, textOf)}`);
  if (said !== undefined) return print(context, said);
  print(context, lines.length === 0 ? `${nameOf(edited)} is that way already.` : [nameOf(edited), ...lines].join("\n"));
}
