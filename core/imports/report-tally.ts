import type { Brand } from "../brands/brand.js";
import type { CreatorChange } from "../creators/storing.js";
import type { FactName } from "./apply/fact-kinds.js";
import type { ImportReport } from "./import.js";
import type { Rejection } from "./rejected-rows.js";
import { rowsOf, type SourceName } from "./sources/index.js";
import type { RowKind } from "./sources/source.js";

/** What came of a file's records of one kind, or of a part of them. */
export interface FactCounts {
  /** Records that the file names, each once. */
  named: number;
  new: number;
  updated: number;
  /** Those that another brand holds, for each holder. */
  outranked: ReadonlyMap<string, number>;
}

/** Counts what an import does, or what its preview says it would do: both report in the same way. */
export class ReportTally {
  rows = 0;
  private rejected = 0;
  private rejectedValues = 0;
  /** Creators that the file names. */
  private sighted = 0;
  /** What the file is about, each once: its samples, videos or products, else its creators. */
  private named = 0;
  private readonly creators = { new: 0, filled: 0, alternatives: 0 };
  private readonly facts = {
    samples: { new: 0, updated: 0 },
    videos: { new: 0, updated: 0 },
    products: { new: 0, updated: 0 },
  };
  private readonly snapshots = { new: 0 };
  private readonly outranked = new Map<string, number>();
  private readonly about: RowKind;

  constructor(source: SourceName = "mapped") {
    this.about = rowsOf(source);
  }

  addRejection({ what }: Pick<Rejection, "what">): void {
    if (what === "row") this.rejected += 1;
    else this.rejectedValues += 1;
  }

  addSighted(creators: number): void {
    this.sighted += creators;
  }

  addFacts(kind: FactName, { named, new: added, updated, outranked }: FactCounts): void {
    this.facts[kind].new += added;
    this.facts[kind].updated += updated;
    if (kind === this.about) this.named += named;
    for (const [holder, count] of outranked) this.outranked.set(holder, (this.outranked.get(holder) ?? 0) + count);
  }

  addChange({ isNew, filled, alternatives, snapshots }: CreatorChange): void {
    this.creators.new += Number(isNew);
    this.creators.filled += filled;
    this.creators.alternatives += alternatives;
    this.snapshots.new += snapshots;
  }

  /** @param seconds how long it took */
  report(brands: ReadonlyMap<string, Brand>, seconds: number): ImportReport {
    const { rows, rejected, rejectedValues, sighted, creators, facts, snapshots } = this;
    const named = this.about === "creators" ? sighted : this.named;
    return {
      rows,
      repeated: Math.max(0, rows - rejected - named),
      rejected,
      rejectedValues,
      creators: { ...creators, known: sighted - creators.new },
      ...facts,
      snapshots,
      outranked: [...this.outranked].map(([id, samples]) => ({ brand: brands.get(id)?.name ?? id, samples })),
      seconds,
    };
  }
}
