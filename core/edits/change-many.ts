import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { recomputeCreators } from "../creators/recompute-creators.js";
import { collectionOf } from "../mongo/model-of.js";
import { nextNumber } from "../mongo/next-number.js";
import { readNote } from "./add-note.js";
import type { Batch, ManyChange } from "./batch.js";
import { batchModel } from "./batch-model.js";
import { finishBatches } from "./finish-batches.js";
import { foldMany } from "./fold-many.js";
import { readTagChange } from "./read-tags.js";
import type { Acting } from "./record-edits.js";
import { selectCreators } from "./selection.js";

/** Creators changed at a time: large enough to be cheap, small enough to be computed again where somebody else was first. */
const GROUP = 1_000;

/** What a change would be made to. */
export interface ManyPreview {
  brand: string;
  count: number;
  /** A few of the handles. */
  examples: string[];
}

/** What a change of many did. */
export interface ManyChanged {
  /** What `undoBatch` takes it back by. */
  batch: string;
  selected: number;
  changed: number;
}

/** How many creators of the brand a query finds: said before anything is changed. */
export async function previewMany(db: Connection, query: string, acting: Acting): Promise<ManyPreview> {
  const { brand, ids, examples } = await selectCreators(db, query, acting);
  return { brand: brand.slug, count: ids.length, examples };
}

/**
 * Makes one change of every creator of the brand that a query finds: tags, status, whitelist or a note. Recorded as an
 * edit of each under one batch, which is undone as one.
 *
 * When it is cut off, what is done counts: `finishBatches` brings its creators up to date, and its batch undoes it.
 */
export async function changeMany(
  db: Connection,
  query: string,
  change: ManyChange,
  acting: Acting & { progress?: (done: number, of: number) => void },
): Promise<ManyChanged> {
  const checked = checkChange(change);
  const { actor, now, progress } = acting;
  await finishBatches(db, now);
  const { brand, ids } = await selectCreators(db, query, acting);
  requireRight(actor, "change", brand._id);
  const batch: Batch = {
    _id: String(await nextNumber(db, "batches")),
    brandId: brand._id,
    change: checked,
    query,
    at: now,
    by: actor.id,
    via: actor.via,
    selected: ids.length,
    changed: 0,
    unsettled: now,
  };
  const batches = collectionOf(batchModel(db));
  await batches.insertOne(batch);

  const context = { db, brands: await allBrands(db), now };
  const signed = { change: checked, actor, brandId: brand._id, at: now, batch: batch._id };
  let changed = 0;
  for (let start = 0; start < ids.length; start += GROUP) {
    const group = ids.slice(start, start + GROUP);
    const folded = await foldMany(db, group, signed);
    changed += folded.changed;
    await recomputeCreators(context, folded.rest);
    await batches.updateOne({ _id: batch._id }, { $set: { changed }, $currentDate: { unsettled: true } });
    progress?.(Math.min(start + GROUP, ids.length), ids.length);
  }
  await batches.updateOne({ _id: batch._id }, { $unset: { unsettled: "" } });
  return { batch: batch._id, selected: ids.length, changed };
}

/** In the form that is stored, or the error that says what was expected. */
function checkChange(change: ManyChange): ManyChange {
  if (change.kind === "tag") return { kind: "tag", ...readTagChange(change) };
  if (change.kind === "note") return { kind: "note", text: readNote(change.text) };
  return change;
}
