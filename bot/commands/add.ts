import { addCreator } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import type { Answering } from "../answer.js";
import { actingOf } from "../views/creator-form.js";
import { lookUpCommand } from "./look-up.js";
import { requireWords } from "./require-words.js";
import { splitWord } from "./split-word.js";

const EXAMPLE = '/creator add @mia.glow email=mia@example.com name="Mia Cruz"';

/** `/creator add HANDLE field=value…`: adds a creator by hand, and shows the card. */
export async function addCommand(heard: Answering, text: string): Promise<void> {
  const { word: who, rest } = splitWord(text);
  requireWords(who, "a handle", EXAMPLE);
  const { handle } = await addCreator(heard.bot.db, who, readSettings(rest), actingOf(heard.bot, heard.asked));
  await lookUpCommand(heard, handle ?? who);
}

const SETTING = /\s*([\w.-]+)=("[^"]*"|\S*)/y;

/**
 * `field=value` pairs; a value with spaces stands in quotes.
 *
 * @throws CrmError `wrong-input` for anything else
 */
export function readSettings(written: string): Record<string, string> {
  // Phones write quotes of their own.
  const text = written.replaceAll(/[“”]/g, '"');
  const settings: Record<string, string> = {};
  let at = 0;
  while (text.slice(at).trim() !== "") {
    SETTING.lastIndex = at;
    const [whole = "", field = "", value = ""] = SETTING.exec(text) ?? [];
    if (whole === "" || Object.hasOwn(settings, field)) {
      throw new CrmError("wrong-input", "no settings", {
        say: `Expected each field once as field=value, got "${text.slice(at).trim().slice(0, 100)}". Such as: ${EXAMPLE}`,
      });
    }
    settings[field] = value.replace(/^"(.*)"$/s, "$1");
    at += whole.length;
  }
  return settings;
}
