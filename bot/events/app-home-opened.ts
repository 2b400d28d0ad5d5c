import type { WebClient } from "@slack/web-api";
import { ALL_BRANDS, can, canSomewhere, listPeople } from "../../core/access/index.js";
import { readOverview } from "../../core/overview/index.js";
import { listSubscriptions } from "../../core/segments/index.js";
import { type Asked, placeOf } from "../asked.js";
import { home, homeOfStranger } from "../blocks/home.js";
import type { Bot } from "../bot.js";
import { readSheets } from "../commands/read-sheets.js";
import type { EventListener } from "../listen.js";

export const appHomeOpened: EventListener<"app_home_opened"> = async ({ bot, asked, client, event }) => {
  if (event.tab !== "home") return;
  await publishHome({ bot, asked, client }, event.user);
};

/** Shows somebody their Home as things are now. */
export async function publishHome(
  { bot: { db, now }, asked: { actor }, client }: { bot: Bot; asked: Asked; client: WebClient },
  userId: string,
): Promise<void> {
  if (actor.rights.length === 0) {
    const say = "You may not look at creators here yet. An admin of Roster can let you, in their Home.";
    await client.views.publish({ user_id: userId, view: homeOfStranger(say) });
    return;
  }
  const [overview, subscriptions, sheets, people] = await Promise.all([
    readOverview(db, { actor, now: now() }),
    listSubscriptions(db, [placeOf(userId)], { actor }),
    readSheets({ db }, actor),
    can(actor, "manage") ? listPeople(db, { actor }) : undefined,
  ]);
  const person = { role: roleOf({ actor }), maySave: canSomewhere(actor, "change") };
  const content = { ...overview, ...person, subscriptions, sheets, ...(people ? { people } : {}) };
  await client.views.publish({ user_id: userId, view: home(content) });
}

function roleOf({ actor: { name, rights } }: Pick<Asked, "actor">): string {
  const roles = rights.map(({ role, brandId }) => `${role} of ${brandId === ALL_BRANDS ? "all brands" : brandId}`);
  const masked = rights.every(({ role }) => role === "viewer") ? " You see contacts masked." : "";
  return `You are ${name}, ${roles.join(", ")}.${masked}`;
}
