import { beforeAll, expect, it } from "vitest";
import { addBrand } from "../../core/brands/index.js";
import { creatorModel } from "../../core/creators/creator-model.js";
import { listRecords } from "../../core/lists/index.js";
import { ensureIndexes } from "../../core/models.js";
import { asOwner, OWNER } from "../support/as-owner.js";
import { testDatabase } from "../support/database.js";

const db = testDatabase();
const NOW = new Date("2026-03-01T12:00:00Z");
const indexes = () => creatorModel(db).collection.indexes();
const hasIndex = async (path: string) => (await indexes()).some(({ key }) => Object.keys(key)[0] === path);

beforeAll(() => ensureIndexes(db));

it("indexes lists over all brands when one is asked for, and from the start where there are several brands", async () => {
  expect(await hasIndex("handles")).toBe(true);
  expect(await hasIndex("followers")).toBe(false);
  const asked = { list: "creators", query: "sort:followers", zone: "UTC", now: NOW, limit: 5, actor: OWNER } as const;
  await listRecords(db, { ...asked, brandId: "all" });
  expect(await hasIndex("followers")).toBe(true);

  await db.collection("creators").drop();
  await ensureIndexes(db);
  expect(await hasIndex("followers")).toBe(false);
  await addBrand(db, { slug: "other" }, asOwner(NOW));
  await ensureIndexes(db);
  expect(await hasIndex("followers")).toBe(true);
});
