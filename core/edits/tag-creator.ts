import type { Connection } from "mongoose";
import { readTagChange, type TagChange } from "./read-tags.js";
import { type Acting, type Edited, recordEdits } from "./record-edits.js";

/** Gives a creator tags of a brand, and takes others. */
export async function tagCreator(
  db: Connection,
  who: string,
  tags: Partial<TagChange>,
  acting: Acting,
): Promise<Edited> {
  const change = readTagChange(tags);
  return recordEdits(db, who, acting, ({ link }) => {
    const held = new Set(link?.tags);
    const add = change.add.filter((tag) => !held.has(tag));
    const remove = change.remove.filter((tag) => held.has(tag));
    return add.length + remove.length === 0 ? [] : [{ kind: "tag", add, remove }];
  });
}
