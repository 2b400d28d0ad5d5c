// The scale: a bare `insertMany` of the finished documents of every collection, 5,000 a batch, two at a time, with the
// indexes on. Prints its seconds; reading the documents beforehand is not counted.
import mongoose from "mongoose";
import { ensureIndexes, MODELS } from "../../core/models.js";

const BATCH = 5_000;
const AT_ONCE = 2;

async function insertBare(uri: string): Promise<number> {
  const connection = await mongoose.createConnection(uri, { autoIndex: false, autoCreate: false }).asPromise();
  const target = connection.useDb(`${connection.name}-scale`);
  const names = MODELS.map((modelOn) => modelOn(connection).collection.name);
  const documents = new Map<string, object[]>();
  for (const name of names) documents.set(name, await connection.collection(name).find().toArray());
  await target.dropDatabase();
  await ensureIndexes(target);

  const started = performance.now();
  for (const [name, all] of documents) {
    let next = 0;
    const insert = async () => {
      while (next < all.length) {
        const batch = all.slice(next, next + BATCH);
        next += BATCH;
        await target.collection(name).insertMany(batch as never, { ordered: false });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, insert));
  }
  const seconds = (performance.now() - started) / 1_000;
  await target.dropDatabase();
  await connection.close();
  return seconds;
}

process.stdout.write(`${await insertBare(process.env.MONGODB_URI ?? "")}\n`);
