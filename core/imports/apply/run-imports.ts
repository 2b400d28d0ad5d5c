import type { Connection } from "mongoose";
import type { Brand } from "../../brands/brand.js";
import { allBrands } from "../../brands/find-brand.js";
import { settleCreators } from "../../creators/settle-creators.js";
import type { SettleContext } from "../../creators/storing.js";
import { type Forgotten, loadForgotten } from "../../edits/forgotten.js";
import { collectionOf } from "../../mongo/model-of.js";
import type { CreatorKey } from "../../sightings/sighting.js";
import { sightingModel } from "../../sightings/sighting-model.js";
import type { Accepted, Import, ImportProgress, ImportReport } from "../import.js";
import { type PlannedWindow, WINDOW } from "../plan/planned-window.js";
import { plannedWindows } from "../plan/planned-windows.js";
import type { Table } from "../read/index.js";
import { rejectedFile } from "../rejected-rows.js";
import { type FactKind, PRODUCT_FACTS, SAMPLE_FACTS, VIDEO_FACTS } from "./fact-kinds.js";
import { relinkFacts } from "./relink-facts.js";
import { type FactChanges, writeClaims } from "./write-facts.js";
import { writeSightings } from "./write-sightings.js";

/** An accepted import with its open file. */
export interface RunnableImport {
  record: Import & { seq: number; accepted: Accepted };
  table: Table;
}

export interface RunOptions {
  now: () => Date;
  /** Throws when the imports have been taken over by another process; called before anything is written. */
  holdLease: () => Promise<void>;
  progress?: (importId: string, progress: ImportProgress) => void;
}

/**
 * Takes in the rows of accepted imports, in the order given, and answers their reports.
 *
 * Sightings and row claims are stored first; creators are brought up to them afterwards, for all files together.
 * Whatever is repeated after a crash changes nothing.
 */
export async function runImports(
  db: Connection,
  imports: readonly RunnableImport[],
  options: RunOptions,
): Promise<Map<string, ImportReport>> {
  const run = new ImportRun(db, await allBrands(db), await loadForgotten(db), options);
  for (const runnable of imports) await run.takeIn(runnable);
  await run.settle();
  return run.reports(imports);
}

/** What runs together: whom it has named, and what was counted so far. */
class ImportRun {
  private readonly sighted = new Set<CreatorKey>();
  private readonly recount = new Set<CreatorKey>();
  private readonly tallies = new Map<number, Tally>();
  /** The window that is being written while the next one is read. */
  private writing: Promise<void> = Promise.resolve();
  private readonly db: Connection;
  private readonly brands: Map<string, Brand>;
  private readonly forgotten: Forgotten;
  private readonly options: RunOptions;

  constructor(db: Connection, brands: Map<string, Brand>, forgotten: Forgotten, options: RunOptions) {
    this.db = db;
    this.brands = brands;
    this.forgotten = forgotten;
    this.options = options;
  }

  /** Reads one file; while a window is being written, the next one, of this file or of another, is being read. */
  async takeIn({ record, table }: RunnableImport): Promise<void> {
    const { seq, accepted } = record;
    const tally = emptyTally(this.options.now());
    this.tallies.set(seq, tally);
    const rejected = rejectedFile(this.db, record._id, table.headers);
    const windows = plannedWindows(
      table,
      { seq, source: table.source, accepted, forgotten: this.forgotten },
      {
        size: WINDOW,
        reject: (rejection) => {
          if (rejection.what === "row") tally.rejected += 1;
          else tally.rejectedValues += 1;
          return rejected.add(rejection);
        },
        read: (rows) => {
          tally.rows = rows;
          this.options.progress?.(record._id, { phase: "reading", rows, of: record.rows ?? rows });
        },
      },
    );
    for await (const window of windows) {
      await this.writing;
      this.writing = this.apply(record, window, tally);
      // Awaited at the next window or before creators are settled: until then a failure must not count as unhandled.
      this.writing.catch(() => undefined);
    }
    await rejected.close();
    tally.readAt = this.options.now();
  }

  private async apply({ seq, accepted }: RunnableImport["record"], window: PlannedWindow, tally: Tally): Promise<void> {
    await this.options.holdLease();
    const { db } = this;
    const of = { seq, brandId: accepted.brandId };
    await writeSightings(db, window.sightings);
    const products = await writeClaims(db, PRODUCT_FACTS, window.products, of);
    const [samples, videos] = await Promise.all([
      writeClaims(db, SAMPLE_FACTS, window.samples, of),
      writeClaims(db, VIDEO_FACTS, window.videos, of),
    ]);
    const relinked = await relinkFacts(db, accepted.brandId, products.renamed);
    for (const [name, changes] of Object.entries({ samples, videos, products })) {
      tally[name as "samples"].new += changes.new;
      tally[name as "samples"].updated += changes.updated;
    }
    addOutranked(tally, samples);
    for (const key of [...samples.touched, ...videos.touched, ...relinked]) this.recount.add(key);
    for (const key of window.sightings.keys()) this.sighted.add(key);
  }

  /** Brings the creators that the files named up to date: once each, however many files named them. */
  async settle(): Promise<void> {
    await this.writing;
    await this.options.holdLease();
    const context: SettleContext = {
      db: this.db,
      brands: this.brands,
      now: this.options.now(),
      onChange: ({ seq, isNew, filled, alternatives, snapshots }) => {
        const tally = this.tallies.get(seq);
        if (tally === undefined) return;
        tally.creators.new += Number(isNew);
        tally.creators.filled += filled;
        tally.creators.alternatives += alternatives;
        tally.snapshots.new += snapshots;
      },
    };
    const { sighted, recount, tallies } = this;
    await settleCreators(context, { sighted, recount, seqs: [...tallies.keys()] });
  }

  async reports(imports: readonly RunnableImport[]): Promise<Map<string, ImportReport>> {
    const reports = new Map<string, ImportReport>();
    for (const { record, table } of imports) {
      const tally = this.tallies.get(record.seq) ?? emptyTally(this.options.now());
      const distinct = await countDistinct(this.db, record.seq, table.source);
      const { rows, rejected, rejectedValues, creators, samples, videos, products, snapshots } = tally;
      reports.set(record._id, {
        rows,
        repeated: Math.max(0, rows - rejected - distinct.named),
        rejected,
        rejectedValues,
        creators: { ...creators, known: distinct.creators - creators.new },
        samples,
        videos,
        products,
        snapshots,
        outranked: [...tally.outranked].map(([id, count]) => ({
          brand: this.brands.get(id)?.name ?? id,
          samples: count,
        })),
        seconds: (this.options.now().getTime() - tally.startedAt.getTime()) / 1_000,
      });
    }
    return reports;
  }
}

interface Tally {
  rows: number;
  rejected: number;
  rejectedValues: number;
  creators: { new: number; filled: number; alternatives: number };
  samples: { new: number; updated: number };
  videos: { new: number; updated: number };
  products: { new: number; updated: number };
  snapshots: { new: number };
  outranked: Map<string, number>;
  startedAt: Date;
  readAt?: Date;
}

const emptyTally = (startedAt: Date): Tally => ({
  rows: 0,
  rejected: 0,
  rejectedValues: 0,
  creators: { new: 0, filled: 0, alternatives: 0 },
  samples: { new: 0, updated: 0 },
  videos: { new: 0, updated: 0 },
  products: { new: 0, updated: 0 },
  snapshots: { new: 0 },
  outranked: new Map(),
  startedAt,
});

function addOutranked(tally: Tally, { outranked }: FactChanges): void {
  for (const [holder, count] of outranked) tally.outranked.set(holder, (tally.outranked.get(holder) ?? 0) + count);
}

/** What a file named, each once: its samples, videos or products, else its creators. */
async function countDistinct(db: Connection, seq: number, source: string) {
  const kind = ([SAMPLE_FACTS, VIDEO_FACTS, PRODUCT_FACTS] as FactKind<object>[]).find(({ name }) => name === source);
  const creators = await collectionOf(sightingModel(db)).countDocuments({ seq });
  return { creators, named: kind ? await kind.collection(db).countDocuments({ seqs: seq }) : creators };
}
