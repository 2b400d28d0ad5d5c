import { CREATOR_FIELDS, type CreatorField, type SeenValue } from "../creators/creator.js";
import { joinSeen } from "../creators/values.js";
import { FIGURES } from "../snapshots/snapshot.js";
import { compareText } from "../text/compare-text.js";
import type { Sighting } from "./sighting.js";

/** The sightings that a stored one stands for: itself, or those that were folded into it. */
export const unfolded = (sighting: Sighting): readonly Sighting[] => sighting.folded ?? [sighting];

/**
 * What is left of one source's sightings of one creator, seen under one name for one brand, when none of their imports
 * can be undone any more: each distinct value where it was said best and first, each figure where it was said last for
 * its window and day. Whatever is computed from them stays the same.
 *
 * @returns in the order of `seq`; those that decide nothing are left out
 */
export function foldSightings(sightings: readonly Sighting[]): Sighting[] {
  const ordered = [...sightings].sort((a, b) => a.seq - b.seq);
  const left = new Map(ordered.map((sighting) => [sighting.seq, bare(sighting)]));
  for (const field of CREATOR_FIELDS) keepDeciding(ordered, left, field);
  keepFigures(ordered, left);

  const badges = ordered.filter(({ badge }) => badge !== undefined);
  const badge = badges.toSorted((a, b) => compareText(a.asOf, b.asOf) || a.seq - b.seq).at(-1);
  if (badge) Object.assign(left.get(badge.seq) ?? {}, { badge: badge.badge });
  const text = ordered.find(({ productsSampled }) => productsSampled !== undefined);
  if (text) Object.assign(left.get(text.seq) ?? {}, { productsSampled: text.productsSampled });

  const earliest = ordered.toSorted((a, b) => compareText(a.asOf, b.asOf) || a.seq - b.seq)[0];
  return [...left.values()].filter((sighting) => sighting.seq === earliest?.seq || decides(sighting));
}

/** Without what it says: who, when and for whom. Which handle a user id showed is kept in any case. */
function bare({ badge: _badge, productsSampled: _text, folded: _folded, ...sighting }: Sighting): Sighting {
  return { ...sighting, fields: {}, figures: {} };
}

function keepDeciding<F extends CreatorField>(
  ordered: readonly Sighting[],
  left: Map<number, Sighting>,
  field: F,
): void {
  let seen: SeenValue[] = [];
  for (const { seq, source, fields } of ordered) {
    const offered = (fields[field] ?? []).map((sighted) => ({ ...sighted, seq, source }));
    if (offered.length > 0) seen = joinSeen(field, seen as never, offered as never) as SeenValue[];
  }
  for (const { seq, value, quality, line } of seen) {
    const sighting = left.get(seq);
    if (sighting === undefined) continue;
    const values = [...(sighting.fields[field] ?? []), { value, quality, line }];
    Object.assign(sighting.fields, { [field]: values });
  }
}

function keepFigures(ordered: readonly Sighting[], left: Map<number, Sighting>): void {
  const taken = new Set<string>();
  for (const { seq, window, asOf, figures } of ordered.toReversed()) {
    for (const figure of FIGURES) {
      const sighted = figures[figure];
      const place = `${figure}:${window}:${asOf}`;
      if (sighted === undefined || taken.has(place)) continue;
      taken.add(place);
      const sighting = left.get(seq);
      if (sighting) sighting.figures[figure] = sighted;
    }
  }
}

function decides({ fields, figures, badge, productsSampled, bindings }: Sighting): boolean {
  const said = Object.keys(fields).length + Object.keys(figures).length;
  return said > 0 || badge !== undefined || productsSampled !== undefined || bindings !== undefined;
}
