import type { Edit } from "../edits/edit.js";
import type { Sighting } from "../sightings/sighting.js";
import { betterFigure, compareByWindow } from "../snapshots/current-figure.js";
import type { FigureSeen } from "../snapshots/snapshot.js";
import type { BrandCreator, LinkStatus } from "./brand-creator.js";
import {
  type Badge,
  CREATOR_FIELDS,
  type Creator,
  type CreatorField,
  type EditedValue,
  type EditedValues,
  type FieldValues,
  type Note,
  type SeenValue,
  type SeenValues,
} from "./creator.js";
import type { Identity } from "./identity.js";
import { alternativesIn, currentValue, joinSeen } from "./values.js";

/** What is known of a creator before it is made presentable: everything that sightings and edits fold into. */
export interface CreatorState {
  handles: string[];
  keys: string[];
  contested: string[];
  tiktokUserId?: string;
  values: SeenValues;
  edited: EditedValues;
  editedBadge?: EditedValue<Badge>;
  figures: { followers?: FigureSeen; badge?: FigureSeen<Badge> };
  /** Counted elsewhere, and carried along. */
  duplicates?: number;
  links: Map<string, LinkState>;
}

export interface LinkState {
  brandId: string;
  status: LinkStatus;
  tags: string[];
  notes: Note[];
  whitelisted: boolean;
  figures: { gmv?: FigureSeen; gmv30?: FigureSeen; emv?: FigureSeen };
  productsSampled?: { text: string; seq: number };
  seenSince?: string;
  sources: string[];
  lastContactedAt?: Date;
}

/** What one sighting changed: fields that had no value and have one now, and alternatives that came up. */
export interface FoldResult {
  filled: number;
  alternatives: number;
}

export function emptyState(
  identity: Pick<Identity, "handles" | "keys" | "tiktokUserId">,
  contested: string[] = [],
): CreatorState {
  return {
    handles: identity.handles,
    keys: [...identity.keys],
    contested,
    tiktokUserId: identity.tiktokUserId,
    values: {},
    edited: {},
    figures: {},
    links: new Map(),
  };
}

/** The state as it was stored: what a sighting that only adds is folded into. */
export function storedState(creator: Creator, links: readonly BrandCreator[]): CreatorState {
  const { handles, keys, contested = [], tiktokUserId, values, edited, editedBadge, figures, duplicates } = creator;
  return {
    handles,
    keys,
    contested,
    tiktokUserId,
    values: { ...values },
    edited: { ...edited },
    editedBadge,
    figures: { ...figures },
    duplicates,
    links: new Map(
      links.map((link) => [
        link.brandId,
        {
          brandId: link.brandId,
          status: link.status,
          tags: link.tags,
          notes: link.notes,
          whitelisted: link.whitelisted,
          figures: { ...link.figures },
          productsSampled: link.productsSampled,
          seenSince: link.seenSince,
          sources: link.sources,
          lastContactedAt: link.lastContactedAt,
        },
      ]),
    ),
  };
}

/** What a brand knows of a creator before it says anything. */
export const emptyLink = (brandId: string): LinkState => ({
  brandId,
  status: "active",
  tags: [],
  notes: [],
  whitelisted: false,
  figures: {},
  sources: [],
});

function linkOf(state: CreatorState, brandId: string): LinkState {
  const link = state.links.get(brandId) ?? emptyLink(brandId);
  state.links.set(brandId, link);
  return link;
}

/**
 * Folds one sighting into a state. Order and repetition of sightings do not matter.
 *
 * The answer counts what a person would notice: the fields filled and the alternatives added.
 */
export function foldSighting(state: CreatorState, sighting: Sighting): FoldResult {
  const result: FoldResult = { filled: 0, alternatives: 0 };
  for (const field of CREATOR_FIELDS) foldField(state, sighting, field, result);
  foldFigures(state, sighting);

  const link = linkOf(state, sighting.brandId);
  if (link.seenSince === undefined || sighting.asOf < link.seenSince) link.seenSince = sighting.asOf;
  if (!link.sources.includes(sighting.source)) link.sources = [...link.sources, sighting.source].sort();
  const { productsSampled: text, seq } = sighting;
  if (text !== undefined && (link.productsSampled === undefined || seq < link.productsSampled.seq)) {
    link.productsSampled = { text, seq };
  }
  return result;
}

function foldField<F extends CreatorField>(
  state: CreatorState,
  sighting: Sighting,
  field: F,
  result: FoldResult,
): void {
  const sighted = sighting.fields[field];
  if (sighted === undefined || sighted.length === 0) return;
  const { seq, source } = sighting;
  const stored = (state.values[field] ?? []) as SeenValue<FieldValues[F]>[];
  const edited = state.edited[field] as EditedValue<FieldValues[F]> | undefined;

  const hadValue = currentValue(stored, edited) !== undefined;
  const hadAlternatives = alternativesIn(field, state.values, state.edited);
  const offered = sighted.map(({ value, quality, line }) => ({ value, quality, seq, line, source }));
  state.values[field] = joinSeen(field, stored, offered as SeenValue<FieldValues[F]>[]) as SeenValues[F];
  if (!hadValue && edited === undefined) result.filled += 1;
  result.alternatives += alternativesIn(field, state.values, state.edited) - hadAlternatives;
}

function foldFigures(state: CreatorState, sighting: Sighting): void {
  const { figures, source, window, asOf, seq, badge } = sighting;
  const seen = <T>({ value, line }: { value: T; line: number }): FigureSeen<T> => ({
    value,
    source,
    window,
    asOf,
    seq,
    line,
  });
  if (figures.followers) state.figures.followers = betterFigure(state.figures.followers, seen(figures.followers));
  if (badge) state.figures.badge = betterFigure(state.figures.badge, seen(badge));

  const { gmvCents, emvCents } = figures;
  if (gmvCents === undefined && emvCents === undefined) return;
  const link = linkOf(state, sighting.brandId);
  if (emvCents) link.figures.emv = betterFigure(link.figures.emv, seen(emvCents));
  if (gmvCents) link.figures.gmv = betterFigure(link.figures.gmv, seen(gmvCents), compareByWindow);
  if (gmvCents && window === 30) link.figures.gmv30 = betterFigure(link.figures.gmv30, seen(gmvCents));
}

/** Folds one change by a person. Edits are folded in the order of their time. */
export function foldEdit(state: CreatorState, { change, brandId, at, by }: Edit): void {
  const link = linkOf(state, brandId);
  switch (change.kind) {
    case "set":
      state.edited[change.field] = { value: change.to, at, by } as never;
      break;
    case "badge":
      state.editedBadge = { value: change.to, at, by };
      break;
    case "release":
      if (change.field === "badge") state.editedBadge = undefined;
      else delete state.edited[change.field];
      break;
    case "status":
      link.status = change.to;
      break;
    case "whitelist":
      link.whitelisted = change.to;
      break;
    case "tag":
      link.tags = [...new Set([...link.tags, ...change.add])].filter((tag) => !change.remove.includes(tag)).sort();
      break;
    case "note":
      link.notes = [...link.notes, { text: change.text, at, by }];
      break;
    case "communication":
      if (change.direction === "out") link.lastContactedAt = later(link.lastContactedAt, change.when);
      break;
    case "add":
    case "merge":
    case "notDoubles":
    case "forget":
      break;
  }
}

const later = (a: Date | undefined, b: Date): Date => (a === undefined || b > a ? b : a);
