import { CrmError } from "../errors/crm-error.js";
import type { AuditEntry } from "./audit-entry.js";
import type { Stream } from "./audit-streams.js";

/** By time, then by id: a total order, so that no page misses an entry or shows one twice. */
export const newestFirst = (a: Place, b: Place): number => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

/** Where a page ends. */
export type Place = Pick<AuditEntry, "at" | "id">;

/** What comes after a place in the order of the log, of one stream. */
export function beforeCursor({ what, at }: Stream, place: Place): object {
  const [kind = "", ...rest] = place.id.split(":");
  const isLater = `${what}:` < `${kind}:`;
  const sameTime =
    what === kind ? { [at]: place.at, _id: { $lt: rest.join(":") } } : isLater ? { [at]: place.at } : undefined;
  const earlier = { [at]: { $lt: place.at } };
  return sameTime === undefined ? earlier : { $or: [earlier, sameTime] };
}

export const writeCursor = ({ at, id }: Place): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");

export function readCursor(cursor: string): Place {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    const time = new Date(String(at));
    if (typeof id === "string" && !Number.isNaN(time.getTime())) return { at: time, id };
  } catch {
    // Said below.
  }
  throw new CrmError("wrong-input", "a cursor of the audit log", {
    say: "This page of the audit log cannot be found. Begin again without the cursor.",
  });
}
