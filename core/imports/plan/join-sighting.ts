import { CREATOR_FIELDS, type CreatorField } from "../../creators/creator.js";
import type { Sighting } from "../../sightings/sighting.js";
import { FIGURES } from "../../snapshots/snapshot.js";
import { addFigure, addValue } from "./planned-chunk.js";

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
