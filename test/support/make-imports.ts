import type { Connection } from "mongoose";
import type { Brand } from "../../core/brands/brand.js";
import { allBrands } from "../../core/brands/find-brand.js";
import { addBrand } from "../../core/brands/save-brand.js";
import { recomputeCreators } from "../../core/creators/recompute-creators.js";
import type { Edit } from "../../core/edits/edit.js";
import { editModel } from "../../core/edits/edit-model.js";
import { type RunnableImport, runImports } from "../../core/imports/apply/run-imports.js";
import type { Accepted, Import, ImportReport } from "../../core/imports/import.js";
import { importModel } from "../../core/imports/import-model.js";
import { type ImportOutcome, importFiles, inspectFile } from "../../core/imports/index.js";
import { openTable } from "../../core/imports/read/index.js";
import { ensureIndexes, MODELS } from "../../core/models.js";
import { collectionOf } from "../../core/mongo/model-of.js";
import { asOwner, OWNER } from "./as-owner.js";
import { type AnyMadeRow, csvOf, MADE_MAPPING, type MadeRow, type MadeSource, textFile } from "./make.js";

export const NOW = new Date("2026-03-01T12:00:00Z");
export const now = () => NOW;

/** The default brand in dollars, and `rosy`, a British one. */
export async function makeBrands(db: Connection): Promise<{ glow: Brand; rosy: Brand }> {
  await ensureIndexes(db);
  const rosy = { slug: "rosy", name: "Rosy", currency: "GBP", country: "GB", zone: "Europe/London" };
  if (!(await allBrands(db)).has("rosy")) await addBrand(db, rosy, asOwner(NOW));
  const brands = await allBrands(db);
  return { glow: brands.get("default") as Brand, rosy: brands.get("rosy") as Brand };
}

export async function brandBy(db: Connection, id: string): Promise<Brand> {
  const brand = (await allBrands(db)).get(id);
  if (brand === undefined) throw new Error(`no brand ${id}`);
  return brand;
}

/** Empties every collection, brands excepted. */
export async function emptyDatabase(db: Connection): Promise<void> {
  const collections = MODELS.map((modelOn) => modelOn(db).collection).filter(({ name }) => name !== "brands");
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
  await Promise.all(
    ["originals.files", "originals.chunks", "counters"].map((name) => db.collection(name).deleteMany({})),
  );
}

/** How a file is taken in; without a brand, for the default one. */
export interface MadeChoices {
  brand?: Brand;
  asOf?: string;
  window?: Accepted["window"];
  name?: string;
}

/** Takes in rows of one source the way people do: inspected, accepted and merged. */
export async function importRows<S extends MadeSource>(
  db: Connection,
  source: S,
  rows: readonly MadeRow<S>[],
  choices: MadeChoices = {},
): Promise<Import> {
  const outcome = await importText(db, source, csvOf(source, rows), choices);
  if ("known" in outcome) throw new Error(`the file was taken in before, as import ${outcome.known._id}`);
  return outcome.record;
}

export async function importText(
  db: Connection,
  source: MadeSource,
  text: string,
  choices: MadeChoices = {},
): Promise<ImportOutcome> {
  const [outcome] = await importFiles(db, [await inspectText(db, source, text, choices)], byTester);
  if (outcome === undefined) throw new Error("no outcome");
  return outcome;
}

export const byTester = { actor: OWNER, now };

export async function inspectText(
  db: Connection,
  source: MadeSource,
  text: string,
  { brand, asOf, window, name }: MadeChoices = {},
) {
  const file = textFile(text, name);
  const as = source === "mapped" ? { mapping: MADE_MAPPING } : { as: source };
  return inspectFile(db, file, { brand: brand ?? (await makeBrands(db)).glow, asOf, window, ...as }, NOW);
}

/** An import as it is once it is accepted: whatever depends on order goes by `seq` and `asOf`. */
export interface MadeImport {
  seq: number;
  source: MadeSource;
  brandId: string;
  asOf: string;
  window: Accepted["window"];
  rows: readonly AnyMadeRow[];
}

/** Inspects its rows as a file that was not taken in before. */
export async function inspectMade(db: Connection, { source, brandId, rows, asOf, window }: MadeImport) {
  const text = csvOf(source, rows as readonly MadeRow<typeof source>[]);
  const file = await inspectText(db, source, text, { brand: await brandBy(db, brandId), asOf, window });
  if ("known" in file) throw new Error(`the file was taken in before, as import ${file.known._id}`);
  return file;
}

/** Takes in its rows the way people do: the number that it gets is the next one, not its `seq`. */
export async function importMade(db: Connection, { source, brandId, rows, asOf, window }: MadeImport): Promise<Import> {
  const choices = { brand: await brandBy(db, brandId), asOf, window };
  return importRows(db, source, rows as readonly MadeRow<typeof source>[], choices);
}

/** Stores an accepted import that nobody has run yet. */
export async function acceptMade(
  db: Connection,
  made: MadeImport,
  more: Pick<Import, "lease"> = {},
): Promise<RunnableImport> {
  const runnable = await runnableMade(db, made);
  const record = { ...runnable.record, ...more };
  await collectionOf(importModel(db)).updateOne({ _id: record._id }, { $set: record }, { upsert: true });
  return { ...runnable, record };
}

export async function runnableMade(
  db: Connection,
  { seq, source, brandId, asOf, window, rows }: MadeImport,
): Promise<RunnableImport> {
  const { country, currency, zone } = await brandBy(db, brandId);
  const text = csvOf(source, rows as readonly MadeRow<typeof source>[]);
  const open = () => openTable(textFile(text), source === "mapped" ? { mapping: MADE_MAPPING } : { as: source });
  const accepted: Accepted = { brandId, country, currency, zone, dayOrders: {}, asOf, window };
  const record: RunnableImport["record"] = {
    _id: `i${seq}`,
    file: "made.csv",
    sha256: String(seq),
    bytes: text.length,
    status: "running",
    brandId,
    source,
    by: "ann",
    via: "terminal",
    receivedAt: NOW,
    acceptedAt: NOW,
    seq,
    accepted,
  };
  return { record, open };
}

/** Runs accepted imports together, as files that were dropped together are. */
export function runMade(
  db: Connection,
  imports: readonly RunnableImport[],
  size?: number,
): Promise<Map<string, ImportReport>> {
  return runImports(db, imports, { now, checkLease: async () => undefined, size });
}

/** The numbers that imports accepted from here on get begin above those of made ones. */
export async function numberFrom(db: Connection, seq: number): Promise<void> {
  const counters = db.collection<{ _id: string; last: number }>("counters");
  await counters.updateOne({ _id: "accepted imports" }, { $set: { last: seq - 1 } }, { upsert: true });
}

/** Runs accepted imports one after another. */
export async function inOrder(db: Connection, imports: readonly MadeImport[]): Promise<void> {
  for (const made of imports) await runMade(db, [await acceptMade(db, made)]);
}

/** Stores changes by people and computes their creators. */
export async function makeEdits(db: Connection, edits: readonly Edit[]): Promise<void> {
  if (edits.length === 0) return;
  await collectionOf(editModel(db)).insertMany([...edits]);
  const context = { db, brands: await allBrands(db), now: NOW };
  await recomputeCreators(
    context,
    edits.flatMap(({ keys }) => keys),
  );
}

/** Leaves in the database what these imports give, one after another, with these changes by people after them. */
export async function startWith(
  db: Connection,
  imports: readonly MadeImport[],
  edits: readonly Edit[] = [],
): Promise<void> {
  await emptyDatabase(db);
  await inOrder(db, imports);
  await makeEdits(db, edits);
}
