import type { IndexDescription } from "mongodb";
import type { Connection, Model } from "mongoose";

/**
 * Makes what is missing of the indexes that models describe: of each collection all at once, reading it once.
 *
 * @param isWanted leaves out those whose keys it says no to
 */
export async function makeIndexes(
  db: Connection,
  // biome-ignore lint/suspicious/noExplicitAny: whatever the records are, only their indexes are looked at
  models: readonly ((db: Connection) => Model<any>)[],
  isWanted: (collection: string, keys: object) => boolean = () => true,
): Promise<void> {
  await Promise.all(
    models.map(async (modelOn) => {
      const { schema, collection } = modelOn(db);
      const indexes = schema
        .indexes()
        .filter(([keys]) => isWanted(collection.name, keys))
        .map(([key, options]) => ({ ...options, key }) as IndexDescription);
      if (indexes.length > 0) await collection.createIndexes(indexes);
    }),
  );
}
