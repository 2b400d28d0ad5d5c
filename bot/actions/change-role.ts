import { changePerson, removePerson } from "../../core/access/index.js";
import { NOTHING } from "../blocks/people-list.js";
import { publishHome } from "../events/app-home-opened.js";
import type { ActionListener } from "../listen.js";
import { chosenOf } from "./pressed.js";

/** The select of each person has an id of its own: `change-role:U123`. */
export const CHANGE_ROLE = /^change-role:(.+)$/;

/** Gives somebody another role for all brands, or takes every right away. */
export const changeRoleChosen: ActionListener = async (heard) => {
  const { bot, asked, body, client, action } = heard;
  const id = CHANGE_ROLE.exec(action.action_id)?.[1] ?? "";
  const role = chosenOf(heard);
  const acting = { actor: asked.actor, now: bot.now() };
  try {
    if (role === NOTHING) await removePerson(bot.db, id, acting);
    else await changePerson(bot.db, id, { role }, acting);
  } finally {
    // What was refused shows as it is again.
    if (body.view?.type === "home") await publishHome({ bot, asked, client }, body.user.id);
  }
};
