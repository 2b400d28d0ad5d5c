import type { Connection } from "mongoose";
import { fold } from "../../../core/text/fold.js";
import { suffixesOf } from "../../../core/text/suffixes.js";

/** When the questions of the tests are asked: 21:00 on 30 June in New York, 1 July in UTC. */
export const NOW = new Date("2026-07-01T01:00:00Z");

export const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

interface Made {
  _id: string;
  handles?: string[];
  name?: string;
  email?: string;
  city?: string;
  noted?: string;
  [field: string]: unknown;
}

/** A creator as lists store it, of whom next to nothing is known. */
export function makeListed({ name, city, noted, ...fields }: Made) {
  const handles = fields.handles ?? [fields._id];
  return {
    handle: handles[0],
    handles,
    ...(city && { city }),
    status: ["active"],
    tags: [],
    notes: noted ? [{ text: noted, at: NOW, by: "U1" }] : [],
    whitelisted: false,
    optedOut: { email: false, sms: false },
    samples: 0,
    videos: 0,
    itemsSold: 0,
    updatedAt: NOW,
    alternatives: 0,
    sources: [],
    productIds: [],
    brandIds: ["b1"],
    ...fields,
    search: {
      ...(name && { name: fold(name) }),
      ...(city && { city: fold(city) }),
      ...(noted && { notes: fold(noted) }),
      suffixes: suffixesOf(...handles, name ?? "", fields.email ?? ""),
    },
  };
}

export const collectionOf = (connection: Connection, name: string) =>
  connection.collection<{ _id: string; [field: string]: unknown }>(name);
