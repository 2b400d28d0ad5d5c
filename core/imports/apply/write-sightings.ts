import { isDeepStrictEqual } from "node:util";
import type { Connection } from "mongoose";
import { collectionOf } from "../../mongo/model-of.js";
import { writeGuarded } from "../../mongo/write-guarded.js";
import type { CreatorKey, Sighting } from "../../sightings/sighting.js";
import { sightingModel } from "../../sightings/sighting-model.js";

/** Stores all that an import says about some creators; what it stored before it was cut off is not written again. */
export async function writeSightings(db: Connection, sightings: ReadonlyMap<CreatorKey, Sighting>): Promise<void> {
  const offered = new Map([...sightings.values()].map((sighting) => [sighting._id, sighting]));
  await writeGuarded<Sighting>(collectionOf(sightingModel(db)), [...offered.keys()], (stored, id) => {
    const sighting = offered.get(id);
    if (stored === undefined || sighting === undefined) return sighting;
    return isDeepStrictEqual({ ...sighting, rev: stored.rev }, stored) ? undefined : sighting;
  });
}
