import { buffer } from "node:stream/consumers";
import { claimRejected, type DroppedFile, findDrop, giveRejectedBack } from "../../core/drops/index.js";
import { isKept, openKept } from "../../core/imports/index.js";
import { channelOf, type Showing } from "./show-drop.js";
import { withPatience } from "./slack-pace.js";

/** Uploads the rejected rows of a drop's imports into its thread, each once. */
export async function showRejected(showing: Showing, id: string): Promise<void> {
  const drop = await findDrop(showing.db, id);
  for (const file of drop.files) await showRejectedOf(showing, drop, file);
}

async function showRejectedOf(
  { db, client }: Showing,
  drop: { _id: string; place: string; thread: string },
  { id, name, state, rejectedShown }: DroppedFile,
): Promise<void> {
  if (state.is !== "done" || rejectedShown || !(await isKept(db, state.importId, "rejected"))) return;
  if (!(await claimRejected(db, drop._id, id))) return;
  try {
    const file = await buffer(openKept(db, state.importId, "rejected"));
    const filename = `${name.replace(/\.[^.]*$/, "")}.rejected.csv`;
    const to = { channel_id: channelOf(drop.place), thread_ts: drop.thread };
    const about = `What could not be read of ${name}, each row with its line and the reason`;
    await withPatience(db, () => client.files.uploadV2({ ...to, file, filename, title: about }));
  } catch (error) {
    await giveRejectedBack(db, drop._id, id);
    throw error;
  }
}
