import { isDeepStrictEqual } from "node:util";
import { type CreatorKey, handleKey } from "../../sightings/sighting.js";
import type { Fact, FactKind, PlacedFact } from "./fact-kinds.js";

/** What a decision about one record means for the report and for its creators. */
export interface FactChange {
  new: number;
  updated: number;
  touched: CreatorKey[];
  renamed: { names: string[]; skus: string[] };
  /** Whose the record is. */
  holder?: string;
}

/** What it means that a record was stored so and will be stored so. */
export function changeOf<C extends object>(
  { name }: FactKind<C>,
  stored: Omit<Fact<C>, "rev"> | undefined,
  next: Omit<Fact<C>, "rev"> | undefined,
): FactChange {
  const category = categoryOf(stored, next);
  const isChanged = stored === undefined || next === undefined || !isSameFact(stored, next, "counted");
  const sides = isChanged ? [stored, next] : [];
  return {
    new: Number(category === "new"),
    updated: Number(category === "updated"),
    touched: sides.flatMap((side) => (side?.handle === undefined ? [] : [handleKey(side.handle)])),
    renamed: {
      names: name === "products" ? sides.flatMap((side) => side?.name ?? []) : [],
      skus: sides.flatMap((side) => side?.skus ?? []),
    },
    ...(next ? { holder: next.brandId } : {}),
  };
}

function categoryOf<C>(
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
