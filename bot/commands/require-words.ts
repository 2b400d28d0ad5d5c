import { CrmError } from "../../core/errors/index.js";

/** @throws CrmError `wrong-input` with an example, for a command that was typed without what it is about */
export function requireWords(text: string, expected: string, example: string): void {
  if (text.trim() !== "") return;
  throw new CrmError("wrong-input", `nothing after a command: ${expected}`, {
    say: `Expected ${expected}, such as: ${example}`,
  });
}
