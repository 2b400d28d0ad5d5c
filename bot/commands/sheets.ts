import { makePairingCode } from "../../core/access/index.js";
import { CrmError } from "../../core/errors/index.js";
import { suggest } from "../../core/query/index.js";
import { readableCode, sheetCode } from "../blocks/sheet-code.js";
import { MOST_IN_MESSAGE, sheetList } from "../blocks/sheet-list.js";
import { readSheets } from "./read-sheets.js";
import type { SubcommandListener } from "./subcommands.js";

/** `/creator sheets connect|list`; without a word, the list. */
export const sheets: SubcommandListener = async (heard, rest) => {
  const word = rest.trim().toLowerCase() || "list";
  const listener = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (listener) return listener(heard, "");
  const near = suggest(word, Object.keys(WORDS));
  const meant = near ? `Did you mean "sheets ${near}"?` : `Expected one of: ${Object.keys(WORDS).join(", ")}.`;
  throw new CrmError("wrong-input", "a word after sheets", {
    say: `"${rest.trim()}" is not something /creator sheets does. ${meant}`,
  });
};

const connect: SubcommandListener = async ({ bot: { db, now }, asked: { actor }, respond }) => {
  const { code, person } = await makePairingCode(db, { actor, now: now() });
  await respond({
    response_type: "ephemeral",
    text: `The code that connects a spreadsheet: ${readableCode(code)}`,
    blocks: sheetCode({ code, name: person.name }),
  });
};

const list: SubcommandListener = async ({ bot, asked: { actor }, respond }) => {
  const blocks = sheetList(await readSheets(bot, actor), MOST_IN_MESSAGE);
  await respond({ response_type: "ephemeral", text: "Connected spreadsheets", blocks });
};

const WORDS: Readonly<Record<string, SubcommandListener>> = { connect, list };
