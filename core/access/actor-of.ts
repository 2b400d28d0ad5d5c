import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { insertNew } from "../mongo/write-guarded.js";
import { type Actor, ALL_BRANDS, type Surface } from "./actor.js";
import type { Person } from "./person.js";
import { personModel } from "./person-model.js";

/**
 * The actor that a surface's user is. The first one on an empty workspace becomes its admin; anybody else who is not
 * among the people may do nothing, until an admin adds them.
 */
export async function actorOf(
  db: Connection,
  user: { id: string; name: string; via: Surface },
  now: Date,
): Promise<Actor> {
  const people = collectionOf(personModel(db));
  const { id, name, via } = user;
  const known = await people.findOne({ _id: id });
  if (known) return { id, name: known.name, via, rights: known.rights };
  if ((await people.countDocuments({}, { limit: 1 })) > 0) return { id, name, via, rights: [] };

  const first: Person = {
    _id: id,
    name,
    rights: [{ brandId: ALL_BRANDS, role: "admin" }],
    first: true,
    addedAt: now,
    addedBy: id,
    rev: 1,
  };
  await insertNew(people, [first]);
  const stored = await people.findOne({ _id: id });
  return { id, name, via, rights: stored?.rights ?? [] };
}
