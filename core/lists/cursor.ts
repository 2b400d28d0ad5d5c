import { createHash } from "node:crypto";
import { z } from "zod";
import { CrmError } from "../errors/index.js";
import { printQuery, type Query } from "../query/index.js";
import { fromOpaque, toOpaque } from "../text/index.js";
import type { Order } from "./order.js";
import type { Place } from "./stretches.js";

/** Where the next page begins, and what the first one counted. */
export interface Cursor {
  place: Place;
  total: number;
  more: boolean;
}

/** A time is in milliseconds; an unknown value is null. */
const shape = z.object({
  /** What was asked: a place in one list is none in another. */
  q: z.string(),
  v: z.union([z.number(), z.string(), z.null()]),
  t: z.array(z.string()).min(1).max(2),
  n: z.number().int().nonnegative(),
  m: z.boolean(),
});

/** Opaque to whoever gets it, and of use only with the same question. */
export function writeCursor({ place, total, more }: Cursor, question: string): string {
  const { value = null, ties } = place;
  const content = { q: question, v: value instanceof Date ? value.getTime() : value, t: ties, n: total, m: more };
  return toOpaque(content);
}

/** @throws CrmError `wrong-input` for a cursor of another list, or of none */
export function readCursor(text: string, question: string, order: Order): Cursor {
  const { success, data } = shape.safeParse(fromOpaque(text));
  const fits = success && data.q === question && data.t.length === order.ties.length && fitsOrder(data.v, order);
  if (!fits) {
    const say = "This cursor is not of this list: it goes with the query, the brand and the order that gave it.";
    throw new CrmError("wrong-input", "a cursor that does not fit", { say });
  }
  const value = data.v === null ? undefined : order.lowest instanceof Date ? new Date(data.v) : data.v;
  return { place: { value, ties: data.t }, total: data.n, more: data.m };
}

/** Tells questions apart. Ages count from now, whenever that is: they are the same question later on. */
export function questionOf(query: Query, brandId: string): string {
  const words = JSON.stringify([query.list, brandId, printQuery(query)]);
  return createHash("sha256").update(words).digest("base64url").slice(0, 12);
}

const fitsOrder = (value: number | string | null, { lowest }: Order): boolean =>
  value === null || (typeof value === "string") === (typeof lowest === "string");
