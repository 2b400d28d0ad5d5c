import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { loadForgotten } from "../creators/forgotten.js";
import { previewCreators } from "../creators/preview-creators.js";
import { type FactKind, PRODUCT_FACTS, SAMPLE_FACTS, VIDEO_FACTS } from "./apply/fact-kinds.js";
import type { ImportReport } from "./import.js";
import type { InspectedFile } from "./inspect-file.js";
import { OfferedFile } from "./plan/offered-file.js";
import { CHUNK } from "./plan/planned-chunk.js";
import { plannedChunks } from "./plan/planned-chunks.js";
import { previewClaims } from "./preview-claims.js";
import type { Rejection } from "./rejected-rows.js";
import { ReportTally } from "./report-tally.js";

/** What importing a file now would do, and the first of its rejected rows. Nothing was written. */
export interface ImportPreview {
  report: ImportReport;
  rejections: Rejection[];
}

/** Later than every import that there is: what a preview plans as. */
const PREVIEW_SEQ = Number.MAX_SAFE_INTEGER;
/** Rejected rows that a preview shows unless more are asked for: enough to see what is wrong with a file. */
const USUAL_REJECTIONS = 50;

export interface PreviewOptions {
  actor: Actor;
  now: Date;
  /** Told after every batch of rows how many were read so far. */
  read?: (rows: number) => void;
  /** How many rejected rows are shown. */
  rejections?: number;
  /** Pieces in memory at a time. */
  size?: number;
}

/**
 * Says what an import of the file would do, by the same way as the import itself and without writing anything.
 *
 * The import joins what its chunks say of one record where it is stored. Here they are put aside packed, and looked at
 * when all rows are read: then the number is that of the whole file, whatever order its rows have.
 */
export async function previewImport(
  db: Connection,
  { table, accepted }: InspectedFile,
  { actor, now, read, rejections: most = USUAL_REJECTIONS, size = CHUNK }: PreviewOptions,
): Promise<ImportPreview> {
  requireRight(actor, "change", accepted.brandId);
  const brands = await allBrands(db);
  const rejections: Rejection[] = [];
  const tally = new ReportTally(table.source);
  const context = { seq: PREVIEW_SEQ, source: table.source, accepted, forgotten: await loadForgotten(db) };
  const chunks = plannedChunks(table, context, {
    size,
    reject(rejection) {
      tally.addRejection(rejection);
      if (rejections.length < most) rejections.push(rejection);
    },
    read(rows) {
      tally.rows = rows;
      read?.(rows);
    },
  });
  const offered = await OfferedFile.read(chunks);
  try {
    for (const kind of [SAMPLE_FACTS, VIDEO_FACTS, PRODUCT_FACTS] as FactKind<object>[]) {
      const groups = offered.claims[kind.name].groups();
      tally.addFacts(kind.name, await previewClaims(db, kind, groups, accepted.brandId));
    }
    tally.addSighted(offered.keys.size);
    await previewCreators({ db, brands, now, onChange: (change) => tally.addChange(change) }, offered);
  } finally {
    await offered.close();
  }
  return { report: tally.report(brands, 0), rejections };
}
