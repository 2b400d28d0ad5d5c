import { createInterface } from "node:readline";
import { CrmError } from "../../core/errors/index.js";
import type { TerminalContext } from "./command.js";
import { isTerminal } from "./paint.js";

export interface AskOptions {
  /** Answered on the command line already. */
  yes?: boolean;
  /** A program reads the answer: it cannot be asked. */
  json?: boolean;
}

/** Whether there is anybody to ask. */
export function canAsk({ stdin }: TerminalContext, { yes, json }: AskOptions): boolean {
  return !yes && !json && isTerminal(stdin);
}

/**
 * Asks the person at the terminal; where nobody sits, nothing is asked.
 *
 * @throws CrmError `refused` when the answer is not yes
 */
export async function confirm(
  context: TerminalContext,
  options: AskOptions,
  { question, otherwise }: { question: string; otherwise: string },
): Promise<void> {
  if (!canAsk(context, options)) return;
  context.stderr.write(`${question} [y/N] `);
  const answer = await readLine(context.stdin);
  if (!/^y(?:es)?$/i.test(answer?.trim() ?? "")) {
    if (answer === undefined) context.stderr.write("\n");
    throw new CrmError("refused", "the person said no", { say: otherwise });
  }
}

/** The next line; undefined when there is no more. */
function readLine(input: NodeJS.ReadableStream): Promise<string | undefined> {
  return new Promise((resolve) => {
    const lines = createInterface({ input, terminal: false });
    lines.once("line", (line) => {
      resolve(line);
      lines.close();
    });
    lines.once("close", () => resolve(undefined));
  });
}
