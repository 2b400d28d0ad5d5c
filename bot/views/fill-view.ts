import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { failedView } from "../blocks/failed-view.js";

/** Fills a view that was opened at once and says that something is being counted; it does not say so for ever. */
export async function fillView(client: WebClient, viewId: string, make: () => Promise<ModalView>): Promise<void> {
  let view: ModalView;
  try {
    view = await make();
  } catch (error) {
    const failed = failedView("Roster could not do this. A message from Roster says why.");
    await client.views.update({ view_id: viewId, view: failed }).catch(() => undefined);
    throw error;
  }
  await client.views.update({ view_id: viewId, view });
}
