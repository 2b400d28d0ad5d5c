import { z } from "zod";
import { makePairingCode } from "../../core/access/index.js";
import { disconnectSpreadsheet } from "../../core/sheets/index.js";
import { section } from "../blocks/parts.js";
import { readableCode, sheetCode } from "../blocks/sheet-code.js";
import { MOST_IN_MESSAGE, sheetList, titleOf } from "../blocks/sheet-list.js";
import { messageText } from "../blocks/text.js";
import { readSheets } from "../commands/read-sheets.js";
import { publishHome } from "../events/app-home-opened.js";
import type { ActionListener } from "../listen.js";
import { answerPress } from "./answer-press.js";
import { pressedValue } from "./pressed.js";

/** The code that connects a spreadsheet, beside the list or over the Home. */
export const connectSheetPressed: ActionListener = async (heard) => {
  const { bot, asked } = heard;
  const { code, person } = await makePairingCode(bot.db, { actor: asked.actor, now: bot.now() });
  await answerPress(heard, {
    title: "Connect a spreadsheet",
    text: `The code that connects a spreadsheet: ${readableCode(code)}`,
    blocks: sheetCode({ code, name: person.name }),
  });
};

const tokenId = z.string();

/** Disconnects, and shows what is left in place of the list. */
export const disconnectSheetPressed: ActionListener = async (heard) => {
  const { bot, asked, body, client, respond } = heard;
  const acting = { actor: asked.actor, now: bot.now() };
  const token = await disconnectSpreadsheet(bot.db, pressedValue(heard, tokenId), acting);
  if (body.view?.type === "home") return publishHome({ bot, asked, client }, body.user.id);
  const say = `${titleOf(token)} is disconnected.`;
  const left = sheetList(await readSheets(bot, asked.actor), MOST_IN_MESSAGE);
  const blocks = [section(say), ...left];
  await respond({ response_type: "ephemeral", replace_original: true, text: messageText(say), blocks });
};
