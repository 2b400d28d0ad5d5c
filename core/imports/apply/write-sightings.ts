import { isDeepStrictEqual } from "node:util";
import type { Connection } from "mongoose";
import { CREATOR_FIELDS, type CreatorField } from "../../creators/creator.js";
import { collectionOf } from "../../mongo/model-of.js";
import { writeGuarded } from "../../mongo/write-guarded.js";
import type { CreatorKey, Sighting } from "../../sightings/sighting.js";
import { sightingModel } from "../../sightings/sighting-model.js";
import { FIGURES } from "../../snapshots/snapshot.js";
import { addFigure, addValue } from "../plan/planned-window.js";

/** Stores what an import said about creators; what an earlier stretch of the same file said is added to. */
export async function writeSightings(db: Connection, sightings: ReadonlyMap<CreatorKey, Sighting>): Promise<void> {
  const offered = new Map([...sightings.values()].map((sighting) => [sighting._id, sighting]));
  await writeGuarded<Sighting>(collectionOf(sightingModel(db)), [...offered.keys()], (stored, id) => {
    const sighting = offered.get(id);
    if (stored === undefined || sighting === undefined) return sighting;
    const joined = joinSighting(stored, sighting);
    return isDeepStrictEqual(joined, stored) ? undefined : joined;
  });
}

/** What two stretches of one file say about one creator, together. */
export function joinSighting(a: Sighting, b: Sighting): Sighting {
  const joined: Sighting = {
    ...a,
    line: Math.min(a.line, b.line),
    fields: { ...a.fields },
    figures: { ...a.figures },
  };
  for (const field of CREATOR_FIELDS) joinField(joined, b, field);
  for (const figure of FIGURES) {
    const offered = b.figures[figure];
    if (offered) addFigure(joined, figure, offered.value, offered.line);
  }
  if (b.badge && (a.badge === undefined || b.badge.line >= a.badge.line)) joined.badge = b.badge;
  if (a.productsSampled === undefined && b.productsSampled !== undefined) joined.productsSampled = b.productsSampled;
  for (const binding of b.bindings ?? []) {
    if (!joined.bindings?.some(({ handle }) => handle === binding.handle)) {
      joined.bindings = [...(joined.bindings ?? []), binding];
    }
  }
  return joined;
}

function joinField<F extends CreatorField>(joined: Sighting, from: Sighting, field: F): void {
  const held = joined.fields[field];
  if (held !== undefined) Object.assign(joined.fields, { [field]: [...held] });
  for (const offered of from.fields[field] ?? []) addValue(joined, field, offered as never);
}
