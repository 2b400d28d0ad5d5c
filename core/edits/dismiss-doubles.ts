import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { editKeyOf, mergesOf } from "./edit-key.js";
import { findCreator, keyMeant } from "./find-creator.js";
import { type Acting, type Edited, recordEdits } from "./record-edits.js";

/**
 * Says of two creators who look like doubles that they are not: they are no more shown as such. Each of them gets an
 * edit, so that the word outlives what becomes of their records.
 */
export async function dismissDoubles(db: Connection, one: string, other: string, acting: Acting): Promise<Edited> {
  const [first, second] = [await findCreator(db, one, acting.actor), await findCreator(db, other, acting.actor)];
  if (first._id === second._id) {
    throw new CrmError("refused", "one creator is no pair", {
      say: `${one} and ${other} are one creator already. Expected two.`,
    });
  }
  const merges = await mergesOf(db, [first, second]);
  await recordEdits(db, other, acting, () => [{ kind: "notDoubles", of: editKeyOf(first, merges, keyMeant(one)) }]);
  return recordEdits(db, one, acting, () => [{ kind: "notDoubles", of: editKeyOf(second, merges, keyMeant(other)) }]);
}
