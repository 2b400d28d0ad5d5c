import type { Connection } from "mongoose";
import { changeDrop, findDrop, withFile } from "./change-drop.js";
import type { Drop } from "./drop.js";

/** Says which message tells of a drop. Two at once: the first stays. */
export async function setAnswer(db: Connection, id: string, answer: string): Promise<Drop> {
  const { drop } = await changeDrop(db, id, (stored) => (stored.answer ? undefined : { ...stored, answer }));
  return drop;
}

/** Claims the bringing of a file's rejected rows to where people see them: one of several who ask is told yes. */
export async function claimRejected(db: Connection, id: string, fileId: string): Promise<boolean> {
  const { changed } = await changeDrop(db, id, (stored) => {
    const file = stored.files.find((each) => each.id === fileId);
    return file === undefined || file.rejectedShown ? undefined : withFile(stored, fileId, { rejectedShown: true });
  });
  return changed;
}

/** Gives the claim back: the rejected rows did not come through. */
export async function giveRejectedBack(db: Connection, id: string, fileId: string): Promise<void> {
  await findDrop(db, id);
  await changeDrop(db, id, (stored) => ({
    ...stored,
    files: stored.files.map(({ rejectedShown, ...file }) =>
      file.id === fileId || !rejectedShown ? file : { ...file, rejectedShown },
    ),
  }));
}
