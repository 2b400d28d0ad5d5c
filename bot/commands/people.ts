import { can, listPeople } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { CrmError } from "../../core/errors/index.js";
import { header } from "../blocks/parts.js";
import { peopleList } from "../blocks/people-list.js";
import type { SubcommandListener } from "./subcommands.js";

/** A message has at most 50 blocks. */
const MOST_SHOWN = 45;

/** `/creator people`: who may do what, for admins to change. */
export const people: SubcommandListener = async ({ bot, asked: { actor }, respond }) => {
  if (!can(actor, "manage")) {
    throw new CrmError("forbidden", `${actor.id} may not manage people`, {
      say: "Only admins of all brands say who may do what. Your own role stands in Roster's Home.",
    });
  }
  const everybody = await listPeople(bot.db, { actor });
  const names = new Map([...(await allBrands(bot.db)).values()].map(({ _id, name }) => [_id, name]));
  const blocks = [header("People"), ...peopleList(everybody, names, MOST_SHOWN)];
  await respond({ response_type: "ephemeral", text: "Who may do what", blocks });
};
