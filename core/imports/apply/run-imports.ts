import type { Connection } from "mongoose";
import type { Brand } from "../../brands/brand.js";
import { allBrands } from "../../brands/find-brand.js";
import { type Forgotten, loadForgotten } from "../../creators/forgotten.js";
import { recomputeCreators } from "../../creators/recompute-creators.js";
import { settleCreators } from "../../creators/settle-creators.js";
import type { SettleContext } from "../../creators/storing.js";
import type { CreatorKey } from "../../sightings/sighting.js";
import type { Import, ImportProgress, ImportReport } from "../import.js";
import { OfferedFile } from "../plan/offered-file.js";
import { CHUNK, type Planned } from "../plan/planned-chunk.js";
import { plannedChunks } from "../plan/planned-chunks.js";
import type { Table } from "../read/index.js";
import { rejectedFile } from "../rejected-rows.js";
import { ReportTally } from "../report-tally.js";
import { PRODUCT_FACTS, SAMPLE_FACTS, VIDEO_FACTS } from "./fact-kinds.js";
import { relinkFacts } from "./relink-facts.js";
import { writeClaims } from "./write-facts.js";
import { writeSightings } from "./write-sightings.js";

/** An accepted import, and its file: opened when its turn comes, for a workbook is in memory while it is open. */
export interface RunnableImport {
  record: Import;
  open: () => Promise<Table>;
}

export interface RunOptions {
  now: () => Date;
  /** Throws when the imports have been taken over by another process; called before each part that is written, and after the last. */
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
  return run.reports();
}

interface Running {
  importId: string;
  tally: ReportTally;
  startedAt: Date;
}

/** What runs together: whom it has named, and what was counted so far. */
class ImportRun {
  private readonly sighted = new Set<CreatorKey>();
  private readonly recount = new Set<CreatorKey>();
  /** By the import's `seq`. */
  private readonly running = new Map<number, Running>();
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
    const { seq, _id: importId, source } = runnable.record;
    const tally = new ReportTally(source);
    this.running.set(seq, { importId, tally, startedAt: this.options.now() });
    const offered = await this.read(runnable, tally);
    const before = this.writing;
    this.writing = this.write(runnable, offered, { tally, before });
    // Awaited with the next file or before creators are settled: until then a failure must not count as unhandled.
    this.writing.catch(() => undefined);
    await before;
  }

  private async read({ record, open }: RunnableImport, tally: ReportTally): Promise<OfferedFile> {
    const { seq, accepted } = record;
    const table = await open();
    const rejected = rejectedFile(this.db, record._id, table.headers);
    const chunks = plannedChunks(
      table,
      { seq, source: table.source, accepted, forgotten: this.forgotten },
      {
        size: this.options.size ?? CHUNK,
        reject: (rejection) => {
          tally.addRejection(rejection);
          return rejected.add(rejection);
        },
        read: (rows) => {
          tally.rows = rows;
          this.options.progress?.(record._id, { phase: "reading", done: rows, of: record.rows ?? rows });
        },
      },
    );
    const offered = await OfferedFile.read(chunks);
    await rejected.close();
    return offered;
  }

  private async write(
    { record }: RunnableImport,
    offered: OfferedFile,
    { tally, before }: { tally: ReportTally; before: Promise<void> },
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

  private async apply({ seq, accepted }: Import, part: Planned, tally: ReportTally): Promise<void> {
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
    tally.addFacts("samples", { named: part.samples.size, ...samples });
    tally.addFacts("videos", { named: part.videos.size, ...videos });
    tally.addFacts("products", { named: part.products.size, ...products });
    tally.addSighted(part.sightings.size);
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
      onChange: (change) => this.running.get(change.seq)?.tally.addChange(change),
      progress: (done, of) => {
        for (const { importId } of this.running.values())
          this.options.progress?.(importId, { phase: "settling", done, of });
      },
    };
    const { sighted, recount, running } = this;
    await settleCreators(context, { sighted, recount, seqs: [...running.keys()] });
    try {
      await this.options.checkLease();
    } catch (error) {
      // Whoever slept in there has stored creators of sightings that an undo had taken away by then.
      await recomputeCreators({ db: this.db, brands: this.brands, now: context.now }, [...sighted, ...recount]);
      throw error;
    }
  }

  /** Waits for what is under way: nothing is written any more after a failure is known. */
  async end(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  reports(): Map<string, ImportReport> {
    const now = this.options.now().getTime();
    return new Map(
      [...this.running.values()].map(({ importId, tally, startedAt }) => [
        importId,
        tally.report(this.brands, (now - startedAt.getTime()) / 1_000),
      ]),
    );
  }
}
