import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import { insertNew } from "../mongo/write-guarded.js";
import { type Actor, ALL_BRANDS, type Grant, type Surface } from "./actor.js";
import type { Person } from "./person.js";
import { personModel } from "./person-model.js";

/** What somebody is in the workspace that they ask from. A guest is there for single channels. */
export type Standing = "admin" | "member" | "guest";

export interface SurfaceUser {
  id: string;
  via: Surface;
  /** Asked only about somebody whom Roster does not know yet. */
  standing(): Promise<{ name: string; standing: Standing }>;
}

/**
 * The actor that a surface's user is.
 *
 * Somebody new is written down among the people: an admin of the workspace as an admin, a member as a viewer, who sees
 * contacts masked. A guest may do nothing until an admin adds them. What an admin of Roster changes later stays.
 */
export async function actorOf(db: Connection, { id, via, standing }: SurfaceUser, now: Date): Promise<Actor> {
  const people = collectionOf(personModel(db));
  const known = await people.findOne({ _id: id });
  if (known) return { id, name: known.name, via, rights: known.rights };

  const { name, standing: is } = await standing();
  const rights: Grant[] = is === "guest" ? [] : [{ brandId: ALL_BRANDS, role: is === "admin" ? "admin" : "viewer" }];
  if (rights.length === 0) return { id, name, via, rights };
  const person: Person = { _id: id, name, rights, addedAt: now, addedBy: id, rev: 1 };
  await insertNew(people, [person]);
  const stored = await people.findOne({ _id: id });
  return { id, name, via, rights: stored?.rights ?? [] };
}

/** Somebody as Roster knows them by now, in work that goes on without them: nobody becomes known by it. */
export const knownActor = (db: Connection, { id, via }: Pick<Actor, "id" | "via">, now: Date): Promise<Actor> =>
  actorOf(db, { id, via, standing: async () => ({ name: id, standing: "guest" }) }, now);
