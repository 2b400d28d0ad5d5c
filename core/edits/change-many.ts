import type { Connection } from "mongoose";
import { requireRight } from "../access/actor.js";
import { allBrands } from "../brands/find-brand.js";
import { creatorModel } from "../creators/creator-model.js";
import { recomputeCreators } from "../creators/recompute-creators.js";
import { inBatches } from "../mongo/in-batches.js";
import { collectionOf } from "../mongo/model-of.js";
import { nextNumber } from "../mongo/next-number.js";
import { readNote } from "./add-note.js";
import type { Batch, ManyChange } from "./batch.js";
import { batchModel } from "./batch-model.js";
import { editModel } from "./edit-model.js";
import { finishBatches, recomputeBatch } from "./finish-batches.js";
import { foldMany } from "./fold-many.js";
import { readTagChange } from "./read-tags.js";
import type { Acting } from "./record-edits.js";
import { type Selection, selectCreators } from "./selection.js";

/** Creators changed at a time: large enough to be cheap, small enough to be computed again where somebody else was first. */
const GROUP = 1_000;

/** What a change would be made to. */
export interface ManyPreview {
  brand: string;
  count: number;
  /** A few of the handles. */
  examples: string[];
  /** Of a pasted list: names that nobody of the brand has, where there are such. */
  notFound?: string[];
}

/** What a change of many did. */
export interface ManyChanged {
  /** What `undoBatch` takes it back by; absent where nobody was changed: nothing is kept of that. */
  batch?: string;
  selected: number;
  changed: number;
}

/** How many creators of the brand are meant: said before anything is changed. */
export async function previewMany(db: Connection, selection: Selection, acting: Acting): Promise<ManyPreview> {
  const { brand, ids, examples, notFound } = await selectCreators(db, selection, acting);
  return { brand: brand.slug, count: ids.length, examples, ...(notFound.length > 0 ? { notFound } : {}) };
}

/** The number of a change of many that is to be made; see `changeMany`. */
export const newBatchId = async (db: Connection): Promise<string> => String(await nextNumber(db, "batches"));

/**
 * Makes one change of every creator of the brand that a query finds or a list names: tags, status, whitelist or a note.
 * Recorded as an edit of each under one batch, which is undone as one.
 *
 * When it is cut off, what is done counts: `finishBatches` brings its creators up to date, and its batch undoes it. Asked
 * again with the same `batch`, it goes on where it was cut off; one that is through is only answered again.
 */
export async function changeMany(
  db: Connection,
  selection: Selection,
  change: ManyChange,
  acting: Acting & { batch?: string; progress?: (done: number, of: number) => void },
): Promise<ManyChanged> {
  const checked = checkChange(change);
  const { actor, now, progress } = acting;
  await finishBatches(db, now);
  const { brand, ids, words } = await selectCreators(db, selection, acting);
  requireRight(actor, "change", brand._id);
  const batches = collectionOf(batchModel(db));
  const begun = acting.batch === undefined ? null : await batches.findOne({ _id: acting.batch });
  if (begun !== null && (!begun.open || begun.undone)) {
    return { batch: begun._id, selected: begun.selected, changed: begun.changed };
  }
  const through = begun === null ? new Set<string>() : await takeUp(db, begun, now);
  const left = ids.filter((id) => !through.has(id));
  if (left.length === 0 && begun === null) return { selected: 0, changed: 0 };
  const batch: Batch = begun ?? {
    _id: acting.batch ?? (await newBatchId(db)),
    brandId: brand._id,
    change: checked,
    query: words,
    at: now,
    by: actor.id,
    via: actor.via,
    selected: ids.length,
    changed: 0,
    ...(acting.batch === undefined ? {} : { open: true as const }),
    unsettled: now,
  };
  if (begun === null) await batches.insertOne(batch);

  const context = { db, brands: await allBrands(db), now };
  const signed = { change: checked, actor, brandId: brand._id, at: batch.at, batch: batch._id };
  let changed = through.size;
  let done = 0;
  for (const group of inBatches(left, GROUP)) {
    const folded = await foldMany(db, group, signed);
    changed += folded.changed;
    await recomputeCreators(context, folded.rest);
    await batches.updateOne({ _id: batch._id }, { $set: { changed }, $currentDate: { unsettled: true } });
    done += group.length;
    progress?.(done, left.length);
  }
  const { selected } = batch;
  if (changed === 0) {
    await batches.deleteOne({ _id: batch._id });
    return { selected, changed };
  }
  await batches.updateOne({ _id: batch._id }, { $unset: { unsettled: "", open: "" } });
  return { batch: batch._id, selected, changed };
}

/** Brings the creators up to date that a batch had come to when it was cut off, and answers their ids. */
async function takeUp(db: Connection, { _id }: Batch, now: Date): Promise<Set<string>> {
  await recomputeBatch(db, _id, now);
  const keys = await collectionOf(editModel(db)).distinct("key", { batch: _id });
  const creators = collectionOf(creatorModel(db)).find({ keys: { $in: keys } }, { projection: { _id: 1 } });
  return new Set((await creators.toArray()).map((creator) => creator._id));
}

/** In the form that is stored, or the error that says what was expected. */
function checkChange(change: ManyChange): ManyChange {
  if (change.kind === "tag") return { kind: "tag", ...readTagChange(change) };
  if (change.kind === "note") return { kind: "note", text: readNote(change.text) };
  return change;
}
