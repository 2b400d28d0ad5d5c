import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { writeGuarded } from "../mongo/write-guarded.js";
import type { Drop, DroppedFile, FileState } from "./drop.js";
import { dropModel } from "./drop-model.js";

/** @throws CrmError `not-found` */
export async function findDrop(db: Connection, id: string): Promise<Drop> {
  const drop = await collectionOf(dropModel(db)).findOne({ _id: id });
  if (drop) return drop;
  throw new CrmError("not-found", `no drop ${id}`, {
    say: "Roster does not know these files any more. Drop them again.",
  });
}

/**
 * Changes a drop as it is at the moment of writing; `decide` answers nothing to leave it, and stands being asked twice.
 *
 * @returns the drop as it is afterwards, and whether this call changed it
 */
export async function changeDrop(
  db: Connection,
  id: string,
  decide: (drop: Drop) => Drop | undefined,
): Promise<{ drop: Drop; changed: boolean }> {
  let changed = false;
  await writeGuarded(collectionOf(dropModel(db)), [id], (stored) => {
    const next = stored && decide(stored);
    changed = next !== undefined;
    return next;
  });
  return { drop: await findDrop(db, id), changed };
}

/** The drop with another state of one of its files. */
export const withFile = (drop: Drop, fileId: string, change: Partial<Omit<DroppedFile, "id">>): Drop => ({
  ...drop,
  files: drop.files.map((file) => (file.id === fileId ? { ...file, ...change } : file)),
});

/** The drop with other states of files, by file id. */
export const withStates = (drop: Drop, states: ReadonlyMap<string, FileState>): Drop => ({
  ...drop,
  files: drop.files.map((file) => ({ ...file, state: states.get(file.id) ?? file.state })),
});
