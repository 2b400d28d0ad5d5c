import { can } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { publishHome } from "../events/app-home-opened.js";
import type { ActionListener } from "../listen.js";
import { findCreators, showCreators } from "./show-creators.js";

export const refreshHomePressed: ActionListener = async ({ bot, asked, client, body }) => {
  await publishHome({ bot, asked, client }, body.user.id);
};

const QUERY = "has:alternatives sort:gmv";

/** Creators whose sources disagree, each with a way to its values: of the first brand that has some. */
export const showAlternativesPressed: ActionListener = async (heard) => {
  const { bot, asked } = heard;
  const mine = [...(await allBrands(bot.db)).values()].filter(({ _id }) => can(asked.actor, "change", _id));
  for (const { _id, name } of mine) {
    const { total } = await findCreators(heard, QUERY, _id);
    if (total === 0 && _id !== mine.at(-1)?._id) continue;
    const press = { label: "Where from", id: "where-from" };
    return showCreators(heard, { title: `Sources disagree, ${name}`, query: QUERY, brandId: _id, press });
  }
};
