import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addBrand, allBrands } from "../../../core/brands/index.js";
import { creatorModel } from "../../../core/creators/creator-model.js";
import { recomputeCreators } from "../../../core/creators/recompute-creators.js";
import { batchModel } from "../../../core/edits/batch-model.js";
import { editModel } from "../../../core/edits/edit-model.js";
import {
  changeMany,
  editCreator,
  finishBatches,
  type ManyChange,
  mergeCreators,
  newBatchId,
  previewMany,
  previewUndoBatch,
  setStatus,
  tagCreator,
  undoBatch,
} from "../../../core/edits/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { dump } from "./dump.js";
import { ada, ben, clear, creatorOf, euka, later, linkOf, NOW, takeIn, VIC } from "./make.js";

const db = testDatabase();
const PEOPLE = Array.from({ length: 30 }, (_, place) => ({
  handle: `person${String(place).padStart(2, "0")}`,
  ...(place % 2 === 0 ? { email: `p${place}@example.com` } : {}),
}));

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(db, euka(...PEOPLE));
});

const VIP: ManyChange = { kind: "tag", add: ["vip"], remove: [] };
const tagged = (tag: string) => collectionOf(creatorModel(db)).countDocuments({ tags: tag });

/** The stored state, and the one that computing everything again gives. */
async function storedAndComputed() {
  const stored = await dump(db);
  const keys = (await collectionOf(creatorModel(db)).find().toArray()).flatMap((creator) => creator.keys);
  await recomputeCreators({ db, brands: await allBrands(db), now: NOW }, keys);
  return { stored, computed: await dump(db) };
}

describe("previewMany", () => {
  it("counts whom a query finds and names some, without writing", async () => {
    expect(await previewMany(db, "has:email", ada)).toEqual({
      brand: "default",
      count: 15,
      examples: expect.arrayContaining([expect.stringMatching(/^person/)]),
    });
    expect(await collectionOf(editModel(db)).countDocuments()).toBe(0);
  });

  it("refuses an empty query, a mistaken one, and a viewer", async () => {
    await expect(previewMany(db, " ", ada)).rejects.toMatchObject({ code: "wrong-input" });
    await expect(previewMany(db, "bagde:gold", ada)).rejects.toMatchObject({ code: "wrong-input" });
    await expect(previewMany(db, "has:email", { actor: VIC, now: NOW })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("changeMany", () => {
  it("tags everybody a query finds, each with an edit of one batch", async () => {
    const { batch = "", selected, changed } = await changeMany(db, "has:email", VIP, ada);
    expect({ selected, changed }).toEqual({ selected: 15, changed: 15 });
    expect(await tagged("vip")).toBe(15);
    expect(await linkOf(db, "person00")).toMatchObject({ tags: ["vip"] });
    expect(await collectionOf(editModel(db)).countDocuments({ batch })).toBe(15);
    expect(await collectionOf(batchModel(db)).findOne({ _id: batch })).toMatchObject({
      query: "has:email",
      change: VIP,
      by: "ada",
      selected: 15,
      changed: 15,
    });
  });

  it("changes only those who are not that way already", async () => {
    await tagCreator(db, "person00", { add: ["vip"] }, ada);
    expect(await changeMany(db, "has:email", VIP, { ...ada, now: later(1) })).toMatchObject({
      selected: 15,
      changed: 14,
    });
  });

  it.each<[string, ManyChange]>([
    ["tags", { kind: "tag", add: ["vip", "a"], remove: ["old"] }],
    ["status", { kind: "status", to: "blocked" }],
    ["whitelist", { kind: "whitelist", to: true }],
    ["note", { kind: "note", text: "Écrit à tous" }],
  ])("leaves %s as a full computation gives them", async (_, change) => {
    const other = await addBrand(db, { slug: "other" }, ada);
    await takeIn(db, euka(...PEOPLE.slice(0, 4)), { brand: "other", name: "other.csv" });
    await tagCreator(db, "person00", { add: ["old", "b"] }, ada);
    await tagCreator(db, "person00", { add: ["other"] }, { ...ada, brand: other.slug });
    await mergeCreators(db, "person02", "person04", ada);
    await changeMany(db, "handle:*", change, { ...ada, now: later(1) });
    const { stored, computed } = await storedAndComputed();
    expect(stored).toEqual(computed);
  });

  it("stays with the survivor of a merge", async () => {
    await mergeCreators(db, "person02", "person04", ada);
    await changeMany(db, "handle:person02", VIP, { ...ada, now: later(1) });
    const [edit] = await collectionOf(editModel(db))
      .find({ batch: { $exists: true } })
      .toArray();
    expect(edit?.key).toBe("@person04");
  });

  it("keeps the order of time when somebody's clock is ahead", async () => {
    await tagCreator(db, "person00", { remove: ["vip"], add: ["x"] }, { ...ada, now: later(60) });
    await setStatus(db, "person02", "blocked", { ...ada, now: later(60) });
    await changeMany(db, "handle:*", { kind: "status", to: "inactive" }, ada);
    const { stored, computed } = await storedAndComputed();
    expect(stored).toEqual(computed);
    expect((await linkOf(db, "person02")).status).toBe("blocked");
  });

  it("loses nothing to imports and people who change the same creators at once", async () => {
    await Promise.all([
      changeMany(db, "handle:*", VIP, ada),
      changeMany(db, "handle:*", { kind: "tag", add: ["second"], remove: [] }, ben),
      takeIn(db, euka(...PEOPLE.map(({ handle }) => ({ handle, phone: "+18325550159" }))), { name: "phones.csv" }),
      ...PEOPLE.slice(0, 5).map(({ handle }) => editCreator(db, handle, { badge: "gold" }, ben)),
    ]);
    const { stored, computed } = await storedAndComputed();
    expect(stored).toEqual(computed);
    expect(await tagged("vip")).toBe(30);
    expect(await tagged("second")).toBe(30);
    expect(await collectionOf(creatorModel(db)).countDocuments({ phone: "+18325550159" })).toBe(30);
    expect(await collectionOf(creatorModel(db)).countDocuments({ badge: "gold" })).toBe(5);
  });
});

describe("finishBatches", () => {
  it("brings the creators of a batch up to date that was cut off between its edits and its creators", async () => {
    const { batch = "" } = await changeMany(db, "has:email", VIP, ada);
    const died = { unsettled: new Date(0) };
    await collectionOf(batchModel(db)).updateOne({ _id: batch }, { $set: died });
    await collectionOf(creatorModel(db)).updateMany({}, { $set: { tags: [] } });
    expect(await finishBatches(db, NOW)).toBe(1);
    expect(await tagged("vip")).toBe(15);
    expect(await finishBatches(db, NOW)).toBe(0);
  });

  it.each<ManyChange>([VIP, { kind: "note", text: "hello" }])(
    "goes on with a $kind that was asked of a job",
    async (change) => {
      const asked = { ...ada, batch: await newBatchId(db) };
      const died = new Error("the process died");
      const dying = {
        ...asked,
        progress() {
          throw died;
        },
      };
      await expect(changeMany(db, "has:email", change, dying)).rejects.toBe(died);
      await finishBatches(db, new Date(Date.now() + 600_000));

      const whole = { batch: asked.batch, changed: 30 };
      expect(await changeMany(db, "handle:*", change, asked)).toMatchObject(whole);
      // Asked again by a queue that did not hear of the end.
      expect(await changeMany(db, "handle:*", change, asked)).toMatchObject(whole);
      const { stored, computed } = await storedAndComputed();
      expect(stored).toEqual(computed);
      expect((await linkOf(db, "person00")).notes.length + (await tagged("vip"))).toBe(change.kind === "tag" ? 30 : 1);
      expect(await undoBatch(db, asked.batch, { ...ada, now: later(1) })).toMatchObject({ creators: 30 });
      expect(await changeMany(db, "handle:*", change, asked)).toMatchObject(whole);
      expect(await tagged("vip")).toBe(0);
    },
  );

  it("goes through with an undo that was cut off", async () => {
    const { batch = "" } = await changeMany(db, "has:email", VIP, ada);
    const died = { unsettled: new Date(0), undone: { at: NOW, by: "ada" } };
    await collectionOf(batchModel(db)).updateOne({ _id: batch }, { $set: died });
    await finishBatches(db, NOW);
    expect(await tagged("vip")).toBe(0);
  });
});

describe("undoBatch", () => {
  it("takes back the batch and keeps what others changed since and before", async () => {
    await tagCreator(db, "person00", { add: ["vip"] }, ada);
    const { batch = "" } = await changeMany(
      db,
      "has:email",
      { kind: "tag", add: ["vip", "new"], remove: [] },
      { ...ada, now: later(1) },
    );
    await tagCreator(db, "person02", { add: ["since"] }, { ...ben, now: later(2) });
    expect(await previewUndoBatch(db, batch, { actor: OWNER })).toMatchObject({ creators: 15 });
    expect(await undoBatch(db, batch, { ...ben, now: later(3) })).toMatchObject({ creators: 15 });
    expect((await creatorOf(db, "person00")).tags).toEqual(["vip"]);
    expect((await creatorOf(db, "person02")).tags).toEqual(["since"]);
    expect(await tagged("new")).toBe(0);
    expect(await collectionOf(editModel(db)).countDocuments({ batch, "undone.by": "ben" })).toBe(15);
  });

  it("leaves a status that somebody set since", async () => {
    const { batch = "" } = await changeMany(db, "handle:*", { kind: "status", to: "blocked" }, ada);
    await setStatus(db, "person00", "inactive", { ...ben, now: later(1) });
    await undoBatch(db, batch, { ...ada, now: later(2) });
    expect((await linkOf(db, "person00")).status).toBe("inactive");
    expect((await linkOf(db, "person01")).status).toBe("active");
  });

  it("is done once", async () => {
    const { batch = "" } = await changeMany(db, "has:email", VIP, ada);
    const settled = await Promise.allSettled([undoBatch(db, batch, ada), undoBatch(db, batch, ben)]);
    expect(settled.some(({ status }) => status === "fulfilled")).toBe(true);
    await expect(undoBatch(db, batch, ada)).rejects.toMatchObject({ code: "refused" });
    await expect(undoBatch(db, "99", ada)).rejects.toMatchObject({ code: "not-found" });
    expect(await tagged("vip")).toBe(0);
    const { stored, computed } = await storedAndComputed();
    expect(stored).toEqual(computed);
  });
});
