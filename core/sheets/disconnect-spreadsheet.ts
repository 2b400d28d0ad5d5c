import type { Connection } from "mongoose";
import { revokeToken, type Token } from "../access/index.js";
import { collectionOf } from "../mongo/model-of.js";
import { sheetTabModel } from "./sheet-tab-model.js";
import type { ActingOnTabs } from "./sheet-tabs.js";

/**
 * Disconnects a spreadsheet from a person: the token is worth nothing any more, and the tabs that are refreshed with
 * their rights are paused. What stands in the tabs stays.
 *
 * @throws CrmError as `revokeToken` does
 */
export async function disconnectSpreadsheet(db: Connection, tokenId: string, acting: ActingOnTabs): Promise<Token> {
  const token = await revokeToken(db, tokenId, acting);
  const theirs = { spreadsheetId: token.spreadsheetId, by: token.personId };
  await collectionOf(sheetTabModel(db)).updateMany(theirs, { $set: { paused: true }, $unset: { nextRunAt: "" } });
  return token;
}
