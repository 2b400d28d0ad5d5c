import { PassThrough, Readable } from "node:stream";
import type { Connection } from "mongoose";
import type { Role } from "../../../core/access/actor.js";
import { type Actor, ALL_BRANDS } from "../../../core/access/index.js";
import { type Drop, findDrop, readDrop, receiveDrop } from "../../../core/drops/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { createLog } from "../../../core/log/index.js";

export const log = createLog(new PassThrough().resume());
export const now = () => new Date();

export const person = (id: string, role: Role = "editor", brandId = ALL_BRANDS): Actor => ({
  id,
  name: id,
  via: "slack",
  rights: [{ brandId, role }],
});

export const ada = person("U0ADA", "admin");
export const acting = (actor: Actor = ada) => ({ actor, now: now() });

let messages = 0;

/** Files that somebody dropped, by name; a file without content cannot be fetched. */
export interface Dropping {
  actor?: Actor;
  caption?: string;
  placeBrand?: string;
  message?: string;
  /** Prefix of the ids of its files; left out, ids of their own. */
  ids?: string;
}

export function receive(db: Connection, names: readonly string[], dropping: Dropping = {}): Promise<Drop | undefined> {
  messages += 1;
  const { actor, caption = "", placeBrand, message = `${messages}.0`, ids = `F${messages}` } = dropping;
  const files = names.map((name, index) => ({ id: `${ids}-${index}`, name }));
  const received = { place: "slack:C1", message, thread: message, caption, files };
  return receiveDrop(db, { ...received, ...(placeBrand ? { placeBrand } : {}) }, acting(actor));
}

/** Contents by position; `undefined` does not come through. */
export const fetchFrom =
  (contents: readonly (string | Buffer | undefined)[]) =>
  async (_place: string, fileId: string): Promise<Readable> => {
    const content = contents[Number(fileId.split("-").at(-1))];
    if (content === undefined) throw new CrmError("unreachable", "no network", { say: "It did not come." });
    return Readable.from([Buffer.from(content)]);
  };

/** Drops files and reads them, as the job does. */
export async function drop(
  db: Connection,
  files: Readonly<Record<string, string | Buffer | undefined>>,
  dropping: Dropping = {},
): Promise<Drop> {
  const received = await receive(db, Object.keys(files), dropping);
  if (received === undefined) throw new Error("dropped before");
  return read(db, received._id, Object.values(files));
}

export async function read(
  db: Connection,
  id: string,
  contents: readonly (string | Buffer | undefined)[],
): Promise<Drop> {
  await readDrop(db, id, { fetch: fetchFrom(contents), now, log });
  return findDrop(db, id);
}
