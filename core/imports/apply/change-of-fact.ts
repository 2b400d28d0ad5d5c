import { isDeepStrictEqual } from "node:util";
import { withoutImport } from "../../claims/join-claims.js";
import { type CreatorKey, handleKey } from "../../sightings/sighting.js";
import type { Fact, FactKind, PlacedFact } from "./fact-kinds.js";

/** What a decision about one record means for the report and for its creators. */
export interface FactChange {
  new: number;
  updated: number;
  touched: CreatorKey[];
  renamed: { names: string[]; skus: string[] };
  /** Whose the record is, unless an earlier stretch of the file has told. */
  holder?: string;
}

/** Counts what changed; a record that an earlier stretch of the file has counted is not counted twice. */
export function changeOf<C extends object>(
  kind: FactKind<C>,
  id: string,
  seq: number,
  stored: Omit<Fact<C>, "rev"> | undefined,
  next: Omit<Fact<C>, "rev"> | undefined,
): FactChange {
  const isCounted = stored?.seqs.includes(seq) === true;
  const before = isCounted ? kind.fold(id, withoutImport(stored.claims, seq)) : stored;
  const counted = isCounted ? category(before, stored) : undefined;
  const now = category(before, next);
  const isChanged = stored === undefined || next === undefined || !isSameFact(stored, next, "counted");
  const sides = isChanged ? [stored, next] : [];
  return {
    new: Number(now === "new") - Number(counted === "new"),
    updated: Number(now === "updated") - Number(counted === "updated"),
    touched: sides.flatMap((side) => (side?.handle === undefined ? [] : [handleKey(side.handle)])),
    renamed: {
      names: kind.name === "products" ? sides.flatMap((side) => side?.name ?? []) : [],
      skus: sides.flatMap((side) => side?.skus ?? []),
    },
    ...(next && !isCounted ? { holder: next.brandId } : {}),
  };
}

function category<C>(
  before: Omit<Fact<C>, "rev"> | undefined,
  after: Omit<Fact<C>, "rev"> | undefined,
): "new" | "updated" | undefined {
  if (after === undefined) return undefined;
  if (before === undefined) return "new";
  return isSameFact(before, after, "content") ? undefined : "updated";
}

/** What of two records is compared, beside bookkeeping. */
const IGNORED = {
  /** Also the rows that support them. */
  all: { rev: 0 },
  /** What creators are counted by: also whose it is, and which products are linked. */
  counted: { rev: 0, claims: 0, seqs: 0, asOf: 0 },
  /** What the rows say: a person would call it changed. */
  content: { rev: 0, claims: 0, seqs: 0, asOf: 0, creatorId: 0, productId: 0, productIds: 0 },
};

/** Whether two records say the same. */
export function isSameFact<C>(a: PlacedFact<C>, b: PlacedFact<C>, what: keyof typeof IGNORED = "all"): boolean {
  return isDeepStrictEqual({ ...a, ...IGNORED[what] }, { ...b, ...IGNORED[what] });
}
