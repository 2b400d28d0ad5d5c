import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { createLog } from "../../core/log/index.js";
import { ensureIndexes } from "../../core/models.js";
import { READ_DROP } from "../../core/queue/index.js";
import { takeUpLeftDrops } from "../../jobs/take-up-drops.js";
import { receive } from "../core/drops/make-drop.js";
import { testDatabase } from "../support/database.js";
import { makeBrands } from "../support/make-imports.js";

const db = testDatabase();
const log = createLog(new PassThrough().resume());

it("asks once more for work that was lost, and not again while that waits for its turn", async () => {
  await ensureIndexes(db);
  await makeBrands(db);
  const dropped = await receive(db, ["euka.csv"], { placeBrand: "default" });
  const minutesLater = (minutes: number) => () => new Date(Date.now() + minutes * 60_000);
  const asked = () => db.collection("jobs").countDocuments({ name: READ_DROP.name, "data.drop": dropped?._id });
  await takeUpLeftDrops.run({}, { db, log, now: minutesLater(0) });
  expect(await asked()).toBe(0);
  for (const minutes of [2, 4, 6]) await takeUpLeftDrops.run({}, { db, log, now: minutesLater(minutes) });
  expect(await asked()).toBe(1);
  await db.collection("jobs").updateMany({}, { $set: { nextRunAt: null, lockedAt: null } });
  await takeUpLeftDrops.run({}, { db, log, now: minutesLater(8) });
  expect(await asked()).toBe(2);
});
