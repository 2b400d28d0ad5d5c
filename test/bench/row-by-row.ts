// What not to do: one find and one save for each row, through mongoose. Prints seconds and rows.
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import mongoose from "mongoose";
import { creatorModel } from "../../core/creators/creator-model.js";
import { openTable } from "../../core/imports/read/index.js";
import { ensureIndexes } from "../../core/models.js";

async function saveEachRow(uri: string, paths: readonly string[]): Promise<{ seconds: number; rows: number }> {
  const connection = await mongoose.createConnection(uri, { autoIndex: false, autoCreate: false }).asPromise();
  await ensureIndexes(connection);
  const Creator = creatorModel(connection);
  const started = performance.now();
  let rows = 0;
  for (const path of paths) {
    const table = await openTable({ name: basename(path), open: () => createReadStream(path) });
    const column = table.columns.handle ?? 0;
    for await (const batch of table.rows()) {
      for (const { cells } of batch) {
        rows += 1;
        const handle = (cells[column] ?? "").trim().toLowerCase() || `row ${rows}`;
        const creator = (await Creator.findOne({ handles: handle })) ?? new Creator(blankCreator(handle));
        creator.set("search", { name: cells.join(" ").slice(0, 200), suffixes: [] });
        creator.rev += 1;
        await creator.save();
      }
    }
  }
  const seconds = (performance.now() - started) / 1_000;
  await connection.dropDatabase();
  await connection.close();
  return { seconds, rows };
}

const blankCreator = (handle: string) => ({
  _id: handle,
  handle,
  handles: [handle],
  keys: [`@${handle}`],
  tags: [],
  notes: [],
  status: [],
  brandIds: [],
  sources: [],
  productIds: [],
  whitelisted: false,
  optedOut: { email: false, sms: false },
  samples: 0,
  videos: 0,
  itemsSold: 0,
  alternatives: 0,
  updatedAt: new Date(),
  rev: 0,
});

const result = await saveEachRow(process.env.MONGODB_URI ?? "", process.argv.slice(2));
process.stdout.write(`${JSON.stringify(result)}\n`);
