import { Readable } from "node:stream";
import type { Connection } from "mongoose";
import type { PageMessage } from "../../../bot/workspace/wire.js";
import { findBrand } from "../../../core/brands/index.js";
import { importFiles, inspectFile } from "../../../core/imports/index.js";
import { OWNER } from "../../support/as-owner.js";
import { csvOf, type MadeRow, type MadeSource } from "../../support/make.js";

/** What Slack's own side keeps, and what stays through a file of tests. */
const KEPT = /^(workspace|system\.)/;

/** Empties everything of Roster's, and leaves the workspace as it is. */
export async function clearRoster(db: Connection): Promise<void> {
  const collections = (await db.db?.collections()) ?? [];
  const ours = collections.filter(({ collectionName }) => !KEPT.test(collectionName));
  await Promise.all(ours.map((collection) => collection.deleteMany({})));
}

/** Takes in a table of a source. */
export async function takeIn<S extends MadeSource>(
  db: Connection,
  source: S,
  rows: readonly MadeRow<S>[],
  { brand, now = new Date() }: { brand?: string; now?: Date } = {},
): Promise<void> {
  const file = { name: `${source}.csv`, open: () => Readable.from([Buffer.from(csvOf(source, rows))]) };
  const inspected = await inspectFile(db, file, { brand: await findBrand(db, brand) }, now);
  const [outcome] = await importFiles(db, [inspected], { actor: OWNER, now: () => now });
  if (!outcome || !("record" in outcome) || outcome.record.status !== "done") throw new Error(JSON.stringify(outcome));
}

/** Creators by handle, some with an e-mail. */
export const takeInEuka = (db: Connection, ...creators: readonly [handle: string, email?: string][]): Promise<void> =>
  takeIn(
    db,
    "euka",
    creators.map(([handle, email]) => ({ handle, email: email ?? "" })),
  );

/** Everything that can be read in messages, in one text. */
export const textOf = (messages: readonly Pick<PageMessage, "text" | "blocks">[]): string =>
  messages.flatMap(({ text, blocks }) => [text, ...textsIn(blocks ?? [])]).join("\n");

/** Every text that stands anywhere in blocks. */
export function textsIn(thing: unknown): string[] {
  if (Array.isArray(thing)) return thing.flatMap(textsIn);
  if (typeof thing !== "object" || thing === null) return [];
  return Object.entries(thing).flatMap(([name, value]) =>
    name === "text" && typeof value === "string" ? [value] : textsIn(value),
  );
}
