import type { HomeView, ModalView } from "@slack/types";
import { z } from "zod";
import { checkHome, checkView } from "../limits/index.js";
import { Refusal, refuseIf } from "../refusal.js";
import { homeShape, viewShape } from "../requests/shapes.js";
import { isPerson } from "../team.js";
import { json, type Method, method } from "./method.js";

const checkedModal = z.custom<ModalView>();
const checkedHome = z.custom<HomeView>();

/** A modal that Slack would take. */
export function readModal(view: unknown): ModalView {
  refuseIf(checkView(view));
  return checkedModal.parse(view);
}

const opened = z.looseObject({ trigger_id: z.string(), view: json });

const open = method(opened, ({ triggers, views }, { trigger_id, view }) => {
  const modal = readModal(view);
  const { userId } = triggers.take(trigger_id);
  return { view: viewShape(views.open(userId, modal)) };
});

const push = method(opened, ({ triggers, views }, { trigger_id, view }) => {
  const modal = readModal(view);
  const { userId, viewId } = triggers.take(trigger_id);
  if (!viewId) throw new Refusal("invalid_trigger_id", { messages: ["nothing was done in a view"] });
  return { view: viewShape(views.push(userId, modal)) };
});

const update = method(
  z.looseObject({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: json,
  }),
  ({ views }, { view_id: id, external_id: externalId, hash, view }) => {
    const modal = readModal(view);
    const found = views.find({ id, externalId });
    if (!found) throw new Refusal("not_found");
    return { view: viewShape(views.update(found, modal, hash)) };
  },
);

const publish = method(
  z.looseObject({ user_id: z.string(), hash: z.string().optional(), view: json }),
  ({ views }, { user_id, hash, view }) => {
    refuseIf(checkHome(view));
    if (!isPerson(user_id)) throw new Refusal("user_not_found");
    return { view: homeShape(views.publish(user_id, checkedHome.parse(view), hash)) };
  },
);

export const views: Record<string, Method> = {
  "views.open": open,
  "views.push": push,
  "views.update": update,
  "views.publish": publish,
};
