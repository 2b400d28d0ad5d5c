import { buffer } from "node:stream/consumers";
import { claimRejected, type Drop, findDrop, giveRejectedBack } from "../../core/drops/index.js";
import { isKept, openKept } from "../../core/imports/index.js";
import { channelOf, hasNoAccess, type Showing } from "./show-drop.js";
import { withPatience } from "./slack-pace.js";

/** What was rejected of one file. */
interface Rejected {
  fileId: string;
  filename: string;
  importId: string;
}

/** Uploads the rejected rows of a drop's imports into its thread, in one message, once. */
export async function showRejected(showing: Showing, id: string): Promise<void> {
  const { db } = showing;
  const drop = await findDrop(db, id);
  const claimed: Rejected[] = [];
  for (const rejected of await rejectedOf(showing, drop)) {
    if (await claimRejected(db, id, rejected.fileId)) claimed.push(rejected);
  }
  if (claimed.length === 0) return;
  try {
    await upload(showing, drop, claimed);
  } catch (error) {
    for (const { fileId } of claimed) await giveRejectedBack(db, id, fileId);
    throw error;
  }
}

async function rejectedOf({ db }: Showing, { files }: Drop): Promise<Rejected[]> {
  const found: Rejected[] = [];
  for (const { id: fileId, name, state, rejectedShown } of files) {
    if (state.is !== "done" || rejectedShown || !(await isKept(db, state.importId, "rejected"))) continue;
    found.push({ fileId, importId: state.importId, filename: `${name.replace(/\.[^.]*$/, "")}.rejected.csv` });
  }
  return found;
}

const SAID = "What could not be read, each row with its line and the reason.";

async function upload(
  { db, client }: Showing,
  { place, thread, by }: Drop,
  rejected: readonly Rejected[],
): Promise<void> {
  const file_uploads: { file: Buffer; filename: string }[] = [];
  for (const { importId, filename } of rejected) {
    file_uploads.push({ file: await buffer(openKept(db, importId, "rejected")), filename });
  }
  const about = { initial_comment: SAID, file_uploads };
  const uploading = withPatience(db, () =>
    client.files.uploadV2({ channel_id: channelOf(place), thread_ts: thread, ...about }),
  );
  await uploading.catch(async (error: unknown) => {
    if (!hasNoAccess(error)) throw error;
    const { channel } = await withPatience(db, () => client.conversations.open({ users: by }));
    await withPatience(db, () => client.files.uploadV2({ channel_id: channel?.id ?? "", ...about }));
  });
}
