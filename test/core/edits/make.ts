import { Readable } from "node:stream";
import type { Connection } from "mongoose";
import type { Actor } from "../../../core/access/actor.js";
import { findBrand } from "../../../core/brands/find-brand.js";
import type { BrandCreator } from "../../../core/creators/brand-creator.js";
import { brandCreatorModel } from "../../../core/creators/brand-creator-model.js";
import type { Creator } from "../../../core/creators/creator.js";
import { creatorModel } from "../../../core/creators/creator-model.js";
import { importFiles, inspectFile } from "../../../core/imports/index.js";
import { collectionOf } from "../../../core/mongo/model-of.js";

export const NOW = new Date("2026-03-01T12:00:00Z");

/** So many minutes after the tests' now. */
export const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

const person = (id: string, role: "admin" | "editor" | "viewer", brandId = "all"): Actor => ({
  id,
  name: id,
  via: "terminal",
  rights: [{ brandId, role }],
});
export const ADA = person("ada", "admin");
export const BEN = person("ben", "editor");
export const VIC = person("vic", "viewer");
export const editorOf = (brandId: string) => person("eve", "editor", brandId);

export const ada = { actor: ADA, now: NOW };
export const ben = { actor: BEN, now: NOW };

/** Takes in a CSV text; answers the import's id. */
export async function takeIn(
  db: Connection,
  csv: string,
  { brand, asOf, name = "made.csv" }: { brand?: string; asOf?: string; name?: string } = {},
): Promise<string> {
  const file = { name, open: () => Readable.from([Buffer.from(csv)]) };
  const inspected = await inspectFile(db, file, { brand: await findBrand(db, brand), asOf }, NOW);
  const [outcome] = await importFiles(db, [inspected], { actor: ADA, now: () => new Date() });
  if (outcome && "record" in outcome && outcome.record.status === "done") return outcome.record._id;
  throw new Error(`not taken in: ${JSON.stringify(outcome)}`);
}

/** A Euka file: handle, and perhaps e-mail, phone and address. */
export const euka = (...rows: { handle: string; email?: string; phone?: string; address?: string }[]): string =>
  [
    "handle,email,phone,address",
    ...rows.map(({ handle, email = "", phone = "", address = "" }) => `${handle},${email},${phone},"${address}"`),
  ].join("\n");

/** An order export with user ids, one line an order. */
export const samples = (...rows: { order: string; handle: string; userId?: string; recipient?: string }[]): string =>
  [
    "Order ID,SKU ID,Buyer Username,Buyer User ID,Recipient,Order Status,Created Time",
    ...rows.map(
      ({ order, handle, userId = "", recipient = "" }) =>
        `${order},1,${handle},${userId},${recipient},Shipped,2026-01-05 10:00:00`,
    ),
  ].join("\n");

export async function creatorOf(db: Connection, handle: string): Promise<Creator> {
  const creator = await collectionOf(creatorModel(db)).findOne({ keys: `@${handle}` });
  if (creator === null) throw new Error(`no creator @${handle}`);
  return creator;
}

export async function linkOf(db: Connection, handle: string, brandId = "default"): Promise<BrandCreator> {
  const { _id } = await creatorOf(db, handle);
  const link = await collectionOf(brandCreatorModel(db)).findOne({ creatorId: _id, brandId });
  if (link === null) throw new Error(`no link of @${handle} to ${brandId}`);
  return link;
}

/** Empties every collection, and keeps the indexes. */
export async function clear(db: Connection): Promise<void> {
  const collections = (await db.db?.collections()) ?? [];
  await Promise.all(collections.map((collection) => collection.deleteMany({})));
}
