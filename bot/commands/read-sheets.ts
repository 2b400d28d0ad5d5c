import { type Actor, can, listPeople, listTokens } from "../../core/access/index.js";
import type { ListedSheets } from "../blocks/sheet-list.js";
import type { Bot } from "../bot.js";

/** The person's connected spreadsheets; of who manages all brands, everybody's. */
export async function readSheets({ db }: Pick<Bot, "db">, actor: Actor): Promise<ListedSheets> {
  const sheets = await listTokens(db, { actor });
  if (!can(actor, "manage")) return { sheets };
  const people = await listPeople(db, { actor });
  return { sheets, people: new Map(people.map(({ _id, name }) => [_id, name])) };
}
