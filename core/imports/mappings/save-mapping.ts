import { isDeepStrictEqual } from "node:util";
import type { Connection } from "mongoose";
import { CrmError } from "../../errors/crm-error.js";
import { collectionOf } from "../../mongo/model-of.js";
import type { SavedMapping } from "../recognise/index.js";
import { mappingModel } from "./mapping-model.js";
import { savedMappings } from "./saved-mappings.js";

/**
 * Keeps a mapping under its name; the same one again changes nothing.
 *
 * @throws CrmError `refused` when the name stands for another mapping: imports go by the name
 */
export async function saveMapping(
  db: Connection,
  { name, headers, columns }: SavedMapping,
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const stored = { name, headers: [...headers], columns: Object.entries(columns).map((pair) => [...pair]) };
  const { upsertedCount } = await collectionOf(mappingModel(db)).updateOne(
    { _id: idOf(name) },
    { $setOnInsert: { ...stored, by, savedAt: now } },
    { upsert: true },
  );
  if (upsertedCount > 0) return;
  const there = (await savedMappings(db)).find((each) => idOf(each.name) === idOf(name));
  if (isDeepStrictEqual(there && { ...there, name }, { name, headers: stored.headers, columns })) return;
  throw new CrmError("refused", `mapping ${name} exists`, {
    say: `There is another mapping "${there?.name ?? name}" already. Take another name, or remove that one first.`,
  });
}

/**
 * Forgets a mapping. What was imported by it stays as it is.
 *
 * @throws CrmError `not-found` with the names there are
 */
export async function removeMapping(db: Connection, name: string): Promise<void> {
  const { deletedCount } = await collectionOf(mappingModel(db)).deleteOne({ _id: idOf(name) });
  if (deletedCount > 0) return;
  const names = (await savedMappings(db)).map((each) => each.name).join(", ");
  throw new CrmError("not-found", `no mapping ${name}`, {
    say: `There is no mapping "${name}". ${names === "" ? "None has been saved." : `The mappings are: ${names}.`}`,
  });
}

const idOf = (name: string): string => name.toLowerCase();
