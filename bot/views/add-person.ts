import { z } from "zod";
import { addPerson, changePerson, listPeople, ROLES } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { CrmError } from "../../core/errors/index.js";
import { personForm } from "../blocks/person-form.js";
import { publishHome } from "../events/app-home-opened.js";
import type { ActionListener, ViewListener } from "../listen.js";

export const openAddPersonPressed: ActionListener = async ({ bot, client, body }) => {
  const view = personForm([...(await allBrands(bot.db)).values()]);
  await client.views.open({ trigger_id: body.trigger_id, view });
};

const chosen = z.object({ selected_option: z.object({ value: z.string() }) });
const values = z.object({
  person: z.object({ person: z.object({ selected_user: z.string() }) }),
  role: z.object({ role: chosen }),
  brand: z.object({ brand: chosen }),
});

/** Gives somebody a role, whether they are among the people already or not. */
export const addPersonSubmitted: ViewListener = async ({ bot, asked, view, body, client }) => {
  const given = values.parse(view.state.values);
  const id = given.person.person.selected_user;
  const role = ROLES.find((known) => known === given.role.role.selected_option.value) ?? "viewer";
  const brand = given.brand.brand.selected_option.value;
  const acting = { actor: asked.actor, now: bot.now() };
  try {
    const people = await listPeople(bot.db, acting);
    if (people.some(({ _id }) => _id === id)) await changePerson(bot.db, id, { role, brand }, acting);
    else await addPerson(bot.db, { id, role, brand, name: await nameOf(client, id) }, acting);
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return { errors: { person: error.sayOn("slack") } };
  }
  return { close: true, after: () => publishHome({ bot, asked, client }, body.user.id) };
};

async function nameOf(client: Parameters<ViewListener>[0]["client"], id: string): Promise<string> {
  const { user } = await client.users.info({ user: id });
  return user?.profile?.display_name || user?.real_name || user?.name || id;
}
