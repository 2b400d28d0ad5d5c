import { readFile, stat } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { CrmError } from "../../core/errors/index.js";
import type { TerminalContext } from "./command.js";

/** Stands for standard input. */
const STDIN = "-";
/** Ten thousand links, which is more than a list may have, are shorter; bytes. */
const LARGEST = 4_000_000;

/** The text of a list that somebody made: of a file, or of standard input. */
export async function readList({ stdin }: Pick<TerminalContext, "stdin">, file: string): Promise<string> {
  if (file === STDIN) return text(stdin);
  try {
    const { size } = await stat(file);
    if (size > LARGEST) throw tooLarge(file);
    return await readFile(file, "utf8");
  } catch (cause) {
    if (cause instanceof CrmError) throw cause;
    throw new CrmError("wrong-input", `${file} cannot be read`, {
      say: `${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`,
      cause,
    });
  }
}

const tooLarge = (file: string) =>
  new CrmError("wrong-input", `${file} is too large for a list`, {
    say: `${file} is too large for a list of handles. A table is taken in with: import ${file}`,
  });
