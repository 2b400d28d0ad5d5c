import type { IndexDescription } from "mongodb";
import type { Connection, Model } from "mongoose";

/** Makes what is missing of the indexes that models describe: of each collection all at once, reading it once. */
export async function makeIndexes(
  db: Connection,
  // biome-ignore lint/suspicious/noExplicitAny: whatever the records are, only their indexes are looked at
  models: readonly ((db: Connection) => Model<any>)[],
): Promise<void> {
  await Promise.all(
    models.map(async (modelOn) => {
      const { schema, collection } = modelOn(db);
      const indexes = schema.indexes().map(([key, options]) => ({ ...options, key }) as IndexDescription);
      if (indexes.length > 0) await collection.createIndexes(indexes);
    }),
  );
}
