import type { Connection } from "mongoose";
import { type Actor, requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { joinClaims } from "../claims/join-claims.js";
import { previewCreators } from "../creators/preview-creators.js";
import { loadForgotten } from "../edits/forgotten.js";
import { changeOf } from "./apply/change-of-fact.js";
import { type Fact, type FactKind, PRODUCT_FACTS, SAMPLE_FACTS, VIDEO_FACTS } from "./apply/fact-kinds.js";
import { emptyReport, type ImportReport } from "./import.js";
import type { InspectedFile } from "./inspect-file.js";
import { type Claims, emptyWindow } from "./plan/planned-window.js";
import { plannedWindows } from "./plan/planned-windows.js";
import type { Rejection } from "./rejected-rows.js";

/** What importing a file now would do, and the first of its rejected rows. Nothing was written. */
export interface ImportPreview {
  report: ImportReport;
  rejections: Rejection[];
}

/** Later than every import that there is: what a preview plans as. */
const PREVIEW_SEQ = Number.MAX_SAFE_INTEGER;
const BATCH = 5_000;
/** Rejected rows that a preview shows: enough to see what is wrong with a file. */
const MOST_REJECTIONS = 50;

/** Says what an import of the file would do, by the same way as the import itself and without writing anything. */
export async function previewImport(
  db: Connection,
  { table, accepted }: InspectedFile,
  { actor, now, read }: { actor: Actor; now: Date; read?: (rows: number) => void },
): Promise<ImportPreview> {
  requireRight(actor, "change", accepted.brandId);
  const brands = await allBrands(db);
  const rejections: Rejection[] = [];
  const report = emptyReport();
  const context = { seq: PREVIEW_SEQ, source: table.source, accepted, forgotten: await loadForgotten(db) };
  let whole = emptyWindow();
  const windows = plannedWindows(table, context, {
    reject(rejection) {
      if (rejection.what === "row") report.rejected += 1;
      else report.rejectedValues += 1;
      if (rejections.length < MOST_REJECTIONS) rejections.push(rejection);
    },
    read(rows) {
      report.rows = rows;
      read?.(rows);
    },
  });
  for await (const window of windows) whole = window;

  const outranked = new Map<string, number>();
  for (const [kind, claims] of [
    [SAMPLE_FACTS, whole.samples],
    [VIDEO_FACTS, whole.videos],
    [PRODUCT_FACTS, whole.products],
  ] as [FactKind<object>, Claims<object>][]) {
    await previewClaims(db, kind, claims, accepted.brandId, report[kind.name], outranked);
  }
  report.outranked = [...outranked].map(([id, samples]) => ({ brand: brands.get(id)?.name ?? id, samples }));

  const pending = new Map([...whole.sightings].map(([key, sighting]) => [key, [sighting]]));
  await previewCreators(
    {
      db,
      brands,
      now,
      onChange({ isNew, filled, alternatives, snapshots }) {
        report.creators.new += Number(isNew);
        report.creators.filled += filled;
        report.creators.alternatives += alternatives;
        report.snapshots.new += snapshots;
      },
    },
    pending,
  );
  report.creators.known = whole.sightings.size - report.creators.new;
  const about = whole[table.source as "samples"]?.size ?? whole.sightings.size;
  report.repeated = Math.max(0, report.rows - report.rejected - about);
  return { report, rejections };
}

async function previewClaims(
  db: Parameters<typeof previewImport>[0],
  kind: FactKind<object>,
  claims: Claims<object>,
  brandId: string,
  counts: { new: number; updated: number },
  outranked: Map<string, number>,
): Promise<void> {
  const ids = [...claims.keys()];
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH);
    const found = (await kind
      .collection(db)
      .find({ _id: { $in: batch } })
      .toArray()) as Fact<object>[];
    const stored = new Map(found.map((fact) => [fact._id, fact]));
    for (const id of batch) {
      const before = stored.get(id);
      const next = kind.fold(id, joinClaims(before?.claims ?? [], claims.get(id) ?? []));
      const change = changeOf(kind, id, PREVIEW_SEQ, before, next);
      counts.new += change.new;
      counts.updated += change.updated;
      if (change.holder !== undefined && change.holder !== brandId) {
        outranked.set(change.holder, (outranked.get(change.holder) ?? 0) + 1);
      }
    }
  }
}
