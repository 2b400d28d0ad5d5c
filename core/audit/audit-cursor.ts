import { z } from "zod";
import { CrmError } from "../errors/crm-error.js";
import { fromOpaque, toOpaque } from "../text/opaque.js";
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

export const writeCursor = ({ at, id }: Place): string => toOpaque([at.toISOString(), id]);

const shape = z.tuple([z.iso.datetime(), z.string()]);

/** @throws CrmError `wrong-input` for what is no cursor of the log */
export function readCursor(cursor: string): Place {
  const { success, data } = shape.safeParse(fromOpaque(cursor));
  if (success) return { at: new Date(data[0]), id: data[1] };
  throw new CrmError("wrong-input", "a cursor of the audit log", {
    say: "This page of the audit log cannot be found. Begin again without the cursor.",
  });
}
