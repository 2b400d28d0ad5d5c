import type { KnownBlock } from "@slack/types";
import { z } from "zod";
import { can } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { actions, button } from "../blocks/parts.js";
import { publishHome } from "../events/app-home-opened.js";
import type { ActionListener } from "../listen.js";
import { pressedValue } from "./pressed.js";
import { findCreators, showCreators } from "./show-creators.js";

export const refreshHomePressed: ActionListener = async ({ bot, asked, client, body }) => {
  await publishHome({ bot, asked, client }, body.user.id);
};

const QUERY = "has:alternatives sort:gmv";

/** Brands that are counted, and have a button: as many as a row of buttons takes. */
const MOST_BRANDS = 25;
const wanted = z.object({ brand: z.string() });

/** Creators whose sources disagree, each with a way to its values: of one brand, with the way to the others. */
export const showAlternativesPressed: ActionListener = async (heard) => {
  const { bot, asked, action } = heard;
  const mine = [...(await allBrands(bot.db)).values()].filter(({ _id }) => can(asked.actor, "change", _id));
  const counted = await Promise.all(
    mine.slice(0, MOST_BRANDS).map(async ({ _id, name }) => {
      const { total } = await findCreators(heard, QUERY, _id);
      return { _id, name, total };
    }),
  );
  const chosen = "value" in action && action.value ? pressedValue(heard, wanted).brand : undefined;
  const waiting = counted.filter(({ _id, total }) => total > 0 || _id === chosen);
  const shown = waiting.find(({ _id }) => _id === chosen) ?? waiting[0] ?? counted[0];
  if (shown === undefined) return;
  const press = { label: "Where from", id: "where-from" };
  const below = otherBrands(waiting.filter(({ _id }) => _id !== shown._id));
  const title = `Sources disagree, ${shown.name}`;
  await showCreators(heard, { title, query: QUERY, brandId: shown._id, press, below });
};

const otherBrands = (brands: readonly { _id: string; name: string; total: number }[]): KnownBlock[] =>
  brands.length === 0
    ? []
    : [
        actions(
          ...brands.map(({ _id, name, total }) =>
            button(`${name}: ${total.toLocaleString("en-US")}`, {
              id: `show-alternatives-${_id}`,
              value: { brand: _id },
            }),
          ),
        ),
      ];
