import type { Claim } from "../../claims/claim.js";
import { joinClaims } from "../../claims/join-claims.js";
import type { CreatorField, FieldValues } from "../../creators/creator.js";
import { equalityKey } from "../../creators/values.js";
import type { ProductRow } from "../../products/product.js";
import type { SampleRow } from "../../samples/sample.js";
import { type CreatorKey, type Sighting, sightingId } from "../../sightings/sighting.js";
import type { Figure } from "../../snapshots/snapshot.js";
import type { VideoRow } from "../../videos/video.js";
import type { Accepted } from "../import.js";

/** Claims about records of one kind, by the record's id. */
export type Claims<C> = ReadonlyMap<string, Claim<C>[]>;

/** What some of a file says, grouped by whom and what it is about, before anything stored is looked at. */
export interface Planned {
  readonly sightings: ReadonlyMap<CreatorKey, Sighting>;
  readonly samples: Claims<SampleRow>;
  readonly videos: Claims<VideoRow>;
  readonly products: Claims<ProductRow>;
}

/** What a stretch of a file says; the next row is added to it. */
export interface PlannedChunk extends Planned {
  readonly sightings: Map<CreatorKey, Sighting>;
  readonly samples: Map<string, Claim<SampleRow>[]>;
  readonly videos: Map<string, Claim<VideoRow>[]>;
  readonly products: Map<string, Claim<ProductRow>[]>;
  /** How many claims there are in all. */
  claimed: number;
}

export const emptyChunk = (): PlannedChunk => ({
  sightings: new Map(),
  samples: new Map(),
  videos: new Map(),
  products: new Map(),
  claimed: 0,
});

/**
 * What a chunk may hold before it is put aside, in pieces of two thirds of a kilobyte; two chunks are held at a time.
 * Large, because what fits into one chunk need not be packed: so does each file of a usual account. Bounded, because a
 * file may have any length.
 */
export const CHUNK = 100_000;

/** Distinct things that rows say are a piece each, creators that they name two: with name, address and figures. */
export const chunkSize = ({ sightings, claimed }: PlannedChunk): number => 2 * sightings.size + claimed;

/** The import's sighting of a creator, begun when a row first names it. */
export function sightingOf(
  chunk: PlannedChunk,
  key: CreatorKey,
  line: number,
  { seq, source, accepted }: { seq: number; source: string; accepted: Accepted },
): Sighting {
  let sighting = chunk.sightings.get(key);
  if (sighting === undefined) {
    const { brandId, asOf, window: days } = accepted;
    const _id = sightingId(seq, key);
    sighting = { _id, seq, key, brandId, source, window: days, asOf, line, fields: {}, figures: {}, rev: 1 };
    chunk.sightings.set(key, sighting);
  }
  return sighting;
}

/** Adds a value of a field: each distinct value once, with its best quality and there its lowest line. */
export function addValue<F extends CreatorField>(
  sighting: Pick<Sighting, "fields">,
  field: F,
  offered: { value: FieldValues[F]; quality: number; line: number },
): void {
  const values = (sighting.fields[field] ?? []) as { value: FieldValues[F]; quality: number; line: number }[];
  // Rows that repeat each other share their values: most of them end here.
  if (
    values.some(
      ({ value, quality, line }) => value === offered.value && quality >= offered.quality && line <= offered.line,
    )
  )
    return;
  const key = equalityKey(field, offered.value);
  const place = values.findIndex(({ value }) => equalityKey(field, value) === key);
  const same = values[place];
  // An array that is pushed to keeps room for sixteen more.
  if (same === undefined) sighting.fields[field] = values.concat(offered) as Sighting["fields"][F];
  else if (offered.quality > same.quality || (offered.quality === same.quality && offered.line < same.line)) {
    values[place] = offered;
  }
}

/** Adds a figure: the highest line that has it counts. */
export function addFigure(sighting: Pick<Sighting, "figures">, figure: Figure, value: number, line: number): void {
  const held = sighting.figures[figure];
  if (held === undefined || line >= held.line) sighting.figures[figure] = { value, line };
}

/** Adds what one row says about a sample, video or product to those claims of the chunk. */
export function addClaim<C extends object>(
  chunk: PlannedChunk,
  claims: Map<string, Claim<C>[]>,
  id: string,
  claim: Claim<C>,
): void {
  const others = claims.get(id);
  const joined = others === undefined ? [claim] : joinClaims(others, [claim]);
  claims.set(id, joined);
  chunk.claimed += joined.length - (others?.length ?? 0);
}
