import type { Connection } from "mongoose";
import type { CreatorKey } from "../sightings/sighting.js";

/** Texts of a collection in which people name creators: queries, notes about others, reasons that quote a cell. */
interface Spoken {
  collection: string;
  paths: readonly string[];
  only?: object;
}

const SPOKEN: readonly Spoken[] = [
  { collection: "batches", paths: ["query", "change.text"] },
  { collection: "segments", paths: ["query"] },
  { collection: "settingChanges", paths: ["from", "to"], only: { kind: { $in: ["segment", "sheet"] } } },
  { collection: "drops", paths: ["files"] },
  { collection: "sheetRuns", paths: ["reason"] },
  { collection: "jobs", paths: ["data.query"] },
  { collection: "edits", paths: ["change.text"], only: { "change.text": { $exists: true } } },
];

interface Stored {
  _id: unknown;
  key?: CreatorKey;
  rev?: number;
}

/**
 * Rewrites what people said of somebody elsewhere.
 *
 * @returns those about whom something was written that reads differently now
 */
export async function eraseWords(db: Connection, rewrite: (text: string) => string): Promise<CreatorKey[]> {
  const touched: CreatorKey[] = [];
  for (const { collection: name, paths, only = {} } of SPOKEN) {
    const collection = db.collection<Stored>(name);
    const projection = Object.fromEntries(["key", "rev", ...paths].map((path) => [path, 1]));
    for await (const stored of collection.find(only, { projection })) {
      const texts = paths.flatMap((path) => textsIn(at(stored, path), path));
      const changed = texts.filter(([, text]) => rewrite(text) !== text);
      if (changed.length === 0) continue;
      // Whoever changed it meanwhile wrote it anew.
      await collection.updateOne({ _id: stored._id, ...Object.fromEntries(changed) }, {
        $set: Object.fromEntries(changed.map(([path, text]) => [path, rewrite(text)])),
        ...(stored.rev === undefined ? {} : { $inc: { rev: 1 } }),
      } as never);
      if (stored.key !== undefined) touched.push(stored.key);
    }
  }
  return touched;
}

/** Every text inside a value, by its path. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([name, inside]) => textsIn(inside, `${path}.${name}`));
}

const at = (value: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (inside, name) => (typeof inside === "object" && inside !== null ? Reflect.get(inside, name) : undefined),
      value,
    );
