import type { BrandCreator } from "../creators/brand-creator.js";
import {
  CREATOR_FIELDS,
  type Creator,
  type CreatorField,
  type EditedValue,
  type FieldValues,
  type SeenValue,
} from "../creators/creator.js";
import { alternativesOf, currentValue, equalityKey } from "../creators/values.js";
import type { Sighting } from "../sightings/sighting.js";
import type { FigureSeen, Window } from "../snapshots/snapshot.js";

/** Where a value is from. */
export interface SourceOfValue {
  value: unknown;
  /** A kind of file, `tiktok_api`, or `person`. */
  source: string;
  importId?: string;
  line?: number;
  at?: Date;
  /** The person who set it. */
  by?: string;
  /** Whether it is the one that is shown. */
  current: boolean;
  /** Says something else than the one that is shown: a person should look. A mask of the number in full does not. */
  alternative?: true;
  /** How many imports say the same. */
  support: number;
  /** Of figures: what they sum over, and the day they held. */
  window?: Window;
  asOf?: string;
  /** Of a brand's figures: whose. */
  brand?: string;
}

export type SourcesOfFields = { [field: string]: SourceOfValue[] };

/** An import as far as it says where a value is from. */
export interface ImportOrigin {
  _id: string;
  seq: number;
  acceptedAt?: Date;
}

/** What is needed to say where a creator's values are from. */
export interface Evidence {
  creator: Creator;
  links: readonly BrandCreator[];
  sightings: readonly Pick<Sighting, "seq" | "fields">[];
  imports: ReadonlyMap<number, ImportOrigin>;
  slugOf: (brandId: string) => string;
}

/** Each field's values, the current one first; of figures the current ones. */
export function sourcesOf(evidence: Evidence): SourcesOfFields {
  const { creator, links, slugOf } = evidence;
  const { followers, badge } = creator.figures;
  const sources: SourcesOfFields = {};
  for (const field of CREATOR_FIELDS) sources[field] = valuesOf(field, evidence);
  sources.followers = figures(evidence, followers && [{ figure: followers }]);
  sources.badge = badgeSources(evidence, badge);
  for (const [name, figure] of [
    ["gmvCents", "gmv"],
    ["gmv30Cents", "gmv30"],
    ["emvCents", "emv"],
  ] as const) {
    const seen = links.flatMap((link) => {
      const held = link.figures[figure];
      return held ? [{ figure: held, brand: slugOf(link.brandId) }] : [];
    });
    sources[name] = figures(evidence, seen);
  }
  return Object.fromEntries(Object.entries(sources).filter(([, values]) => values.length > 0));
}

function valuesOf<F extends CreatorField>(field: F, evidence: Evidence): SourceOfValue[] {
  const { creator, sightings } = evidence;
  const seen = (creator.values[field] ?? []) as SeenValue<FieldValues[F]>[];
  const edited = creator.edited[field];
  const current = currentValue(seen, edited as undefined) as FieldValues[F] | undefined;
  const shown = edited === undefined ? current : ((edited.value ?? undefined) as FieldValues[F] | undefined);
  const isCurrent = (value: FieldValues[F]) =>
    shown !== undefined && equalityKey(field, value) === equalityKey(field, shown);
  const support = (value: FieldValues[F]) => supportOf(field, value, sightings);

  const alternatives = new Set(alternativesOf(field, seen, edited as EditedValue<FieldValues[F]> | undefined));
  const values: SourceOfValue[] = seen.map((each) => ({
    value: each.value,
    source: each.source,
    ...origin(evidence, each.seq, each.line),
    current: edited === undefined && isCurrent(each.value),
    ...(alternatives.has(each) ? { alternative: true } : {}),
    support: support(each.value),
  }));
  if (edited === undefined) return values;
  const { value, by, at } = edited;
  const said = value === null ? 0 : support(value as FieldValues[F]);
  return [{ value, source: "person", by, at, current: true, support: said }, ...values];
}

/** How many imports say an equal value. */
function supportOf<F extends CreatorField>(field: F, value: FieldValues[F], sightings: Evidence["sightings"]): number {
  const wanted = equalityKey(field, value);
  const saying = sightings.filter(({ fields }) =>
    (fields[field] ?? []).some((sighted) => equalityKey(field, sighted.value as FieldValues[F]) === wanted),
  );
  return new Set(saying.map(({ seq }) => seq)).size;
}

function badgeSources(evidence: Evidence, badge: Creator["figures"]["badge"]): SourceOfValue[] {
  const { editedBadge } = evidence.creator;
  const seen = figures(evidence, badge && [{ figure: badge }]);
  if (editedBadge === undefined) return seen;
  const { value, by, at } = editedBadge;
  const ofPerson = { value, source: "person", by, at, current: true, support: 0 };
  return [ofPerson, ...seen.map((each) => ({ ...each, current: false }))];
}

function figures(
  evidence: Evidence,
  seen: readonly { figure: FigureSeen<unknown>; brand?: string }[] = [],
): SourceOfValue[] {
  return seen.map(({ figure: { value, source, window, asOf, seq, line }, brand }) => ({
    value,
    source,
    ...origin(evidence, seq, line),
    current: true,
    support: 1,
    window,
    asOf,
    ...(brand === undefined ? {} : { brand }),
  }));
}

function origin({ imports }: Evidence, seq: number, line: number) {
  const found = imports.get(seq);
  return { ...(found && { importId: found._id, at: found.acceptedAt }), line };
}
