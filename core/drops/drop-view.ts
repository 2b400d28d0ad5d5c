import type { Connection } from "mongoose";
import type { Brand } from "../brands/brand.js";
import { allBrands } from "../brands/find-brand.js";
import type { Import } from "../imports/import.js";
import { importModel } from "../imports/import-model.js";
import { collectionOf } from "../mongo/model-of.js";
import { findDrop } from "./change-drop.js";
import type { Drop, DroppedFile } from "./drop.js";
import { dropModel } from "./drop-model.js";

/** A drop with everything that its message tells of it. */
export interface DropView {
  drop: Drop;
  brand?: Brand;
  brands: readonly Brand[];
  /** The imports that its files have become, or were before, by id. */
  imports: ReadonlyMap<string, Import>;
}

export async function readDropView(db: Connection, id: string): Promise<DropView> {
  const [drop, brands] = await Promise.all([findDrop(db, id), allBrands(db)]);
  const ids = drop.files.flatMap((file) => importIdOf(file) ?? []);
  const found = await collectionOf(importModel(db))
    .find({ _id: { $in: ids } })
    .toArray();
  const brand = brands.get(drop.brandId ?? "");
  return {
    drop,
    ...(brand ? { brand } : {}),
    brands: [...brands.values()],
    imports: new Map(found.map((record) => [record._id, record])),
  };
}

/** The import of a file, be it its own or an earlier one of the same file. */
const importIdOf = ({ state }: DroppedFile): string | undefined => ("importId" in state ? state.importId : undefined);

/** The drop whose message tells of an import. */
export async function dropOfImport(db: Connection, importId: string): Promise<Drop | undefined> {
  const of = { $elemMatch: { "state.importId": importId, "state.is": "done" } };
  return (await collectionOf(dropModel(db)).findOne({ files: of } as never)) ?? undefined;
}
