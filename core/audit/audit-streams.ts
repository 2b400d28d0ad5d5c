import type { Filter } from "mongodb";
import type { Connection } from "mongoose";
import { settingChangeModel } from "../access/setting-change-model.js";
import type { Batch } from "../edits/batch.js";
import { batchModel } from "../edits/batch-model.js";
import type { Edit } from "../edits/edit.js";
import { editModel } from "../edits/edit-model.js";
import type { Import } from "../imports/import.js";
import { importModel } from "../imports/import-model.js";
import { collectionOf } from "../mongo/model-of.js";
import type { CreatorKey } from "../sightings/sighting.js";
import { type AuditEntry, idOf } from "./audit-entry.js";

/** How one kind of entry is found: when it happened, what finds it, and what it becomes. */
export interface Stream {
  what: AuditEntry["what"];
  read(bounds: { filter: object; limit: number }): Promise<AuditEntry[]>;
  /** Path of the time and of the person. */
  at: string;
  by: string;
}

/** The names of one creator, and the imports that mention it. */
export interface AboutCreator {
  keys: CreatorKey[];
  seqs: number[];
}

/** Everything that the log is made of; about one creator, the edits of batches stand for themselves. */
export const auditStreams = (db: Connection, of: AboutCreator | undefined): Stream[] => [
  ...editStreams(db, of),
  ...(of ? [] : [...batchStreams(db), settingStream(db)]),
  ...importStreams(db, of),
];

function editStreams(db: Connection, of: AboutCreator | undefined): Stream[] {
  const about: Filter<Edit> = of ? { keys: { $in: of.keys } } : { batch: { $eq: null as never } };
  const stream = (what: "edit" | "edit-undone", at: "at" | "undone.at"): Stream => ({
    what,
    at,
    by: what === "edit" ? "by" : "undone.by",
    async read({ filter, limit }) {
      const exists = what === "edit" ? {} : { undone: { $exists: true } };
      const found = await collectionOf(editModel(db))
        .find({ ...about, ...exists, ...filter } as Filter<Edit>)
        .sort({ [at]: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return found.map((edit) => editEntry(what, edit));
    },
  });
  return [stream("edit", "at"), stream("edit-undone", "undone.at")];
}

function editEntry(what: "edit" | "edit-undone", edit: Edit): AuditEntry {
  const { _id, key, change, batch, undone, brandId } = edit;
  const { at, by, via } = (what === "edit" ? undefined : undone) ?? edit;
  return {
    what,
    id: idOf(what, _id),
    at,
    by,
    ...(via ? { via } : {}),
    brandId,
    creator: key,
    change,
    ...(batch === undefined ? {} : { batch }),
    isUndone: undone !== undefined,
  };
}

function batchStreams(db: Connection): Stream[] {
  const stream = (what: "batch" | "batch-undone", at: "at" | "undone.at"): Stream => ({
    what,
    at,
    by: what === "batch" ? "by" : "undone.by",
    async read({ filter, limit }) {
      const exists = what === "batch" ? {} : { undone: { $exists: true } };
      const found = await collectionOf(batchModel(db))
        .find({ ...exists, ...filter } as Filter<Batch>)
        .sort({ [at]: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return found.map((batch) => batchEntry(what, batch));
    },
  });
  return [stream("batch", "at"), stream("batch-undone", "undone.at")];
}

function batchEntry(what: "batch" | "batch-undone", batch: Batch): AuditEntry {
  const { _id, change, query, changed, undone, brandId } = batch;
  const { at, by, via } = (what === "batch" ? undefined : undone) ?? batch;
  return {
    what,
    id: idOf(what, _id),
    at,
    by,
    ...(via ? { via } : {}),
    brandId,
    batch: _id,
    change,
    query,
    creators: changed,
    isUndone: undone !== undefined,
  };
}

function importStreams(db: Connection, of: AboutCreator | undefined): Stream[] {
  const about = of ? { seq: { $in: of.seqs } } : {};
  const stream = (what: "import" | "import-undone", at: "receivedAt" | "undone.at"): Stream => ({
    what,
    at,
    by: what === "import" ? "by" : "undone.by",
    async read({ filter, limit }) {
      const exists = what === "import" ? {} : { undone: { $exists: true } };
      const found = await collectionOf(importModel(db))
        .find({ ...about, ...exists, ...filter } as Filter<Import>)
        .sort({ [at]: -1, _id: -1 })
        .limit(limit)
        .toArray();
      return found.map((record) => importEntry(what, record));
    },
  });
  return [stream("import", "receivedAt"), stream("import-undone", "undone.at")];
}

function importEntry(what: "import" | "import-undone", record: Import): AuditEntry {
  const { _id, file, source, status, rows, undone, brandId } = record;
  const { at, by, via } = (what === "import" ? undefined : undone) ?? { ...record, at: record.receivedAt };
  return {
    what,
    id: idOf(what, _id),
    at,
    by,
    ...(via ? { via } : {}),
    brandId,
    importId: _id,
    file,
    ...(source === undefined ? {} : { source }),
    status,
    ...(rows === undefined ? {} : { rows }),
  };
}

const settingStream = (db: Connection): Stream => ({
  what: "setting",
  at: "at",
  by: "by",
  async read({ filter, limit }) {
    const found = await collectionOf(settingChangeModel(db))
      .find(filter)
      .sort({ at: -1, _id: -1 })
      .limit(limit)
      .toArray();
    return found.map(({ _id, ...change }) => ({ what: "setting", id: idOf("setting", _id), ...change }));
  },
});
