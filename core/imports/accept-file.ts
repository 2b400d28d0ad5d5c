import type { Connection } from "mongoose";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { nextNumber } from "../mongo/next-number.js";
import type { RunnableImport } from "./apply/run-imports.js";
import type { Import } from "./import.js";
import type { ImportedBy } from "./import-files.js";
import { importModel } from "./import-model.js";
import { type InspectedFile, type KnownFile, sameFile } from "./inspect-file.js";
import { leaseFrom } from "./lease.js";
import { dropFile, hashFile } from "./originals.js";
import type { Table } from "./read/index.js";

/**
 * Gives a file its place in the order of acceptance: from here on it is finished, whoever finishes it. A file that
 * somebody else gave its place in the meantime is known.
 */
export async function acceptFile(
  db: Connection,
  { file, table, mapping, sha256, bytes, rows, accepted }: InspectedFile,
  { _id, owner, by: { actor, now } }: { _id: string; owner: string; by: ImportedBy },
): Promise<RunnableImport | KnownFile> {
  const imports = collectionOf(importModel(db));
  const same = sameFile(sha256, accepted.brandId, table);
  const record: Import = {
    _id,
    file: file.name,
    sha256,
    bytes,
    status: "running",
    brandId: accepted.brandId,
    source: table.source,
    ...(mapping ? { mapping } : {}),
    rows,
    by: actor.id,
    via: actor.via,
    receivedAt: now(),
    acceptedAt: now(),
    sameFile: same,
    seq: await nextNumber(db, "accepted imports"),
    accepted,
    lease: leaseFrom(owner, now()),
  };
  try {
    await imports.insertOne(record);
  } catch (error) {
    const known = await imports.findOne({ sameFile: same });
    if (known === null) throw error;
    await dropFile(db, _id, "original");
    return { file, known };
  }
  return { record, open: async () => unchanging({ file, table, sha256 }) };
}

/** The table as it was inspected: a file that is another one by the end of its rows is not taken in. */
function unchanging({ file, table, sha256 }: Pick<InspectedFile, "file" | "table" | "sha256">): Table {
  return {
    ...table,
    async *rows() {
      yield* table.rows();
      if ((await hashFile(file.open)).sha256 !== sha256) throw changedFiles([file.name]);
    },
  };
}

export const changedFiles = (names: readonly string[]) =>
  new CrmError("conflict", `changed since they were inspected: ${names.join(", ")}`, {
    say: `${names.join(" and ")} changed while you were looking. Nothing was taken in: import again to see what is new.`,
  });
