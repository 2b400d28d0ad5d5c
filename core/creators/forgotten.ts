import { createHmac, randomBytes } from "node:crypto";
import type { Connection } from "mongoose";
import { collectionOf } from "../mongo/model-of.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { forgottenModel } from "./forgotten-model.js";

/** What a row or a person may name somebody by. */
export interface NamedBy {
  keys: readonly CreatorKey[];
  email?: string;
  /** A full number; a masked one is many people's. */
  phone?: string;
}

/** Who was forgotten: asked for each row of an import. */
export interface Forgotten {
  has(named: NamedBy): boolean;
}

/** Why a row about somebody forgotten gives nothing. The row itself is not kept either. */
export const FORGOTTEN = "this creator was forgotten at a person's wish; nothing about them is taken in";

const SALT = "salt";

/** Reads who was forgotten; where nobody was, asking costs nothing. */
export async function loadForgotten(db: Connection): Promise<Forgotten> {
  const marks = await collectionOf(forgottenModel(db)).find().toArray();
  const salt = marks.find(({ _id }) => _id === SALT)?.salt;
  const hashes = new Set(marks.map(({ _id }) => _id));
  if (salt === undefined || hashes.size < 2) return { has: () => false };
  return { has: (named) => textsOf(named).some((text) => hashes.has(hashOf(salt, text))) };
}

/** Remembers that whoever is named so is forgotten. */
export async function rememberForgotten(db: Connection, named: readonly NamedBy[], at: Date): Promise<void> {
  const marks = collectionOf(forgottenModel(db));
  await marks.updateOne({ _id: SALT }, { $setOnInsert: { salt: randomBytes(32).toString("hex") } }, { upsert: true });
  const salt = (await marks.findOne({ _id: SALT }))?.salt ?? "";
  const hashes = [...new Set(named.flatMap(textsOf).map((text) => hashOf(salt, text)))];
  const operations = hashes.map((_id) => ({
    updateOne: { filter: { _id }, update: { $setOnInsert: { at } }, upsert: true },
  }));
  if (operations.length > 0) await marks.bulkWrite(operations, { ordered: false });
}

/** No handle, e-mail or number reads like another kind of them. */
const textsOf = ({ keys, email, phone }: NamedBy): string[] => [
  ...keys,
  ...(email ? [`e-mail ${email.toLowerCase()}`] : []),
  ...(phone && !phone.includes("*") ? [`phone ${phone}`] : []),
];

const hashOf = (salt: string, text: string): string => createHmac("sha256", salt).update(text).digest("hex");
