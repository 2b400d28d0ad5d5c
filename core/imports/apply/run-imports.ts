import type { Connection } from "mongoose";
import type { Brand } from "../../brands/brand.js";
import { allBrands } from "../../brands/find-brand.js";
import { type Forgotten, loadForgotten } from "../../creators/forgotten.js";
import { settleCreators } from "../../creators/settle-creators.js";
import type { SettleContext } from "../../creators/storing.js";
import type { CreatorKey } from "../../sightings/sighting.js";
import type { Import, ImportProgress, ImportReport } from "../import.js";
import { OfferedFile } from "../plan/offered-file.js";
import { type Planned, WINDOW } from "../plan/planned-window.js";
import { plannedWindows } from "../plan/planned-windows.js";
import type { Table } from "../read/index.js";
import { rejectedFile } from "../rejected-rows.js";
import { PRODUCT_FACTS, SAMPLE_FACTS, VIDEO_FACTS } from "./fact-kinds.js";
import { relinkFacts } from "./relink-facts.js";
import { type FactChanges, writeClaims } from "./write-facts.js";
import { writeSightings } from "./write-sightings.js";

/** An accepted import, and its file: opened when its turn comes, for a workbook is in memory while it is open. */
export interface RunnableImport {
  record: Import;
  open: () => Promise<Table>;
}

export interface RunOptions {
  now: () => Date;
  /** Throws when the imports have been taken over by another process; called before each part that is written. */
  checkLease: () => Promise<void>;
  progress?: (importId: string, progress: ImportProgress) => void;
  /** Pieces in memory at a time. */
  size?: number;
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
  try {
    for (const runnable of imports) await run.takeIn(runnable);
    await run.settle();
  } finally {
    await run.end();
  }
  return run.reports(imports);
}

/** What runs together: whom it has named, and what was counted so far. */
class ImportRun {
  private readonly sighted = new Set<CreatorKey>();
  private readonly recount = new Set<CreatorKey>();
  private readonly tallies = new Map<number, Tally>();
  private readonly importIds: string[] = [];
  /** The file that is being written while the next one is read. */
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

  /** Reads one file, and begins to write what it says: while that is under way, the next one can be read. */
  async takeIn(runnable: RunnableImport): Promise<void> {
    const tally = emptyTally(this.options.now());
    this.tallies.set(runnable.record.seq, tally);
    this.importIds.push(runnable.record._id);
    const offered = await this.read(runnable, tally);
    const before = this.writing;
    this.writing = this.write(runnable, offered, { tally, before });
    // Awaited with the next file or before creators are settled: until then a failure must not count as unhandled.
    this.writing.catch(() => undefined);
    await before;
  }

  private async read({ record, open }: RunnableImport, tally: Tally): Promise<OfferedFile> {
    const { seq, accepted } = record;
    const table = await open();
    const rejected = rejectedFile(this.db, record._id, table.headers);
    const windows = plannedWindows(
      table,
      { seq, source: table.source, accepted, forgotten: this.forgotten },
      {
        size: this.options.size ?? WINDOW,
        reject: (rejection) => {
          if (rejection.what === "row") tally.rejected += 1;
          else tally.rejectedValues += 1;
          return rejected.add(rejection);
        },
        read: (rows) => {
          tally.rows = rows;
          this.options.progress?.(record._id, { phase: "reading", done: rows, of: record.rows ?? rows });
        },
      },
    );
    const offered = await OfferedFile.read(windows);
    await rejected.close();
    return offered;
  }

  private async write(
    { record }: RunnableImport,
    offered: OfferedFile,
    { tally, before }: { tally: Tally; before: Promise<void> },
  ): Promise<void> {
    try {
      await before;
      let written = 0;
      for await (const part of offered.parts()) {
        await this.apply(record, part, tally);
        written += 1;
        const done = Math.floor((tally.rows * written) / offered.count);
        this.options.progress?.(record._id, { phase: "writing", done, of: tally.rows });
      }
    } finally {
      await offered.close();
    }
  }

  private async apply({ seq, accepted, source }: Import, part: Planned, tally: Tally): Promise<void> {
    await this.options.checkLease();
    const { db } = this;
    const of = { seq, brandId: accepted.brandId };
    await writeSightings(db, part.sightings);
    const products = await writeClaims(db, PRODUCT_FACTS, part.products, of);
    const [samples, videos] = await Promise.all([
      writeClaims(db, SAMPLE_FACTS, part.samples, of),
      writeClaims(db, VIDEO_FACTS, part.videos, of),
    ]);
    const relinked = await relinkFacts(db, accepted.brandId, products.renamed);
    for (const [name, changes] of Object.entries({ samples, videos, products })) {
      tally[name as "samples"].new += changes.new;
      tally[name as "samples"].updated += changes.updated;
    }
    addOutranked(tally, samples);
    tally.sighted += part.sightings.size;
    tally.named += NAMED.has(source) ? part[source as "samples"].size : part.sightings.size;
    for (const key of [...samples.touched, ...videos.touched, ...relinked]) this.recount.add(key);
    for (const key of part.sightings.keys()) this.sighted.add(key);
  }

  /** Brings the creators that the files named up to date: once each, however many files named them. */
  async settle(): Promise<void> {
    await this.writing;
    await this.options.checkLease();
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
      progress: (done, of) => {
        for (const importId of this.importIds) this.options.progress?.(importId, { phase: "settling", done, of });
      },
    };
    const { sighted, recount, tallies } = this;
    await settleCreators(context, { sighted, recount, seqs: [...tallies.keys()] });
  }

  /** Waits for what is under way: nothing is written any more after a failure is known. */
  async end(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  reports(imports: readonly RunnableImport[]): Map<string, ImportReport> {
    const reports = new Map<string, ImportReport>();
    for (const { record } of imports) {
      const tally = this.tallies.get(record.seq) ?? emptyTally(this.options.now());
      const { rows, rejected, rejectedValues, creators, samples, videos, products, snapshots } = tally;
      reports.set(record._id, {
        rows,
        repeated: Math.max(0, rows - rejected - tally.named),
        rejected,
        rejectedValues,
        creators: { ...creators, known: tally.sighted - creators.new },
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

/** Sources whose rows are about records of their own. */
const NAMED: ReadonlySet<string | undefined> = new Set(["samples", "videos", "products"]);

interface Tally {
  rows: number;
  rejected: number;
  rejectedValues: number;
  /** Creators that the file named. */
  sighted: number;
  /** What it is about, each once: its samples, videos or products, else its creators. */
  named: number;
  creators: { new: number; filled: number; alternatives: number };
  samples: { new: number; updated: number };
  videos: { new: number; updated: number };
  products: { new: number; updated: number };
  snapshots: { new: number };
  outranked: Map<string, number>;
  startedAt: Date;
}

const emptyTally = (startedAt: Date): Tally => ({
  rows: 0,
  rejected: 0,
  rejectedValues: 0,
  sighted: 0,
  named: 0,
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
