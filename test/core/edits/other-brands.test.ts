import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../../core/access/index.js";
import { addBrand, findBrand } from "../../../core/brands/index.js";
import {
  addCreator,
  addNote,
  changeMany,
  checkEdit,
  dismissDoubles,
  editCreator,
  likelyDoubles,
  mergeCreators,
  pickValue,
  previewUndoBatch,
  readFieldTexts,
  tagCreator,
  unmergeCreators,
} from "../../../core/edits/index.js";
import { previewForget } from "../../../core/forget/index.js";
import { importFiles, inspectFile, previewImport, previewUndo, undoImport } from "../../../core/imports/index.js";
import { listRecords, pickRecords, streamRecords } from "../../../core/lists/index.js";
import { creatorDetail, lookUp, readById, readPasted } from "../../../core/lookup/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { testDatabase } from "../../support/database.js";
import { textFile } from "../../support/make.js";
import { ADA, ada, clear, creatorOf, editorOf, euka, linkOf, NOW, takeIn } from "./make.js";

const db = testDatabase();
/** Edits for the brand `other`, and sees nothing of the default one. */
const EVE = editorOf("other");
const eve = { actor: EVE, now: NOW, brand: "other" };
const scope = { brandId: "default", actor: EVE };
const question = { list: "creators", query: "", ...scope, zone: "UTC", now: NOW, limit: 10 } as const;

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(db, euka({ handle: "ann", email: "ann@example.com" }, { handle: "anne", email: "ann@example.com" }));
  await addBrand(db, { slug: "other" }, ada);
  await takeIn(db, euka({ handle: "eva" }), { brand: "other" });
});

async function firstRow(actor: Actor): Promise<unknown> {
  for await (const row of streamRecords(db, { ...question, actor })) return row;
  return undefined;
}

describe("who works for another brand only", () => {
  it("finds no creator of this one, whichever verb asks", async () => {
    await mergeCreators(db, "eva", "ann", ada);
    await unmergeCreators(db, "eva", ada);
    const tries: [string, () => Promise<unknown>][] = [
      ["editCreator", () => editCreator(db, "ann", { email: "eve@example.com" }, eve)],
      ["checkEdit", () => checkEdit(db, "ann", { email: "eve@example.com" }, eve)],
      ["tagCreator", () => tagCreator(db, "ann", { add: ["x"] }, eve)],
      ["addNote", () => addNote(db, "ann", "hello", eve)],
      ["pickValue", () => pickValue(db, "ann", "email", "ann@example.com", eve)],
      ["readFieldTexts", () => readFieldTexts(db, "ann", eve)],
      ["mergeCreators", () => mergeCreators(db, "ann", "eva", eve)],
      ["unmergeCreators", () => unmergeCreators(db, "ann", eve)],
      ["dismissDoubles", () => dismissDoubles(db, "ann", "anne", eve)],
      ["previewForget", () => previewForget(db, "ann", eve)],
    ];
    for (const [verb, attempt] of tries) {
      await expect(attempt(), verb).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(editCreator(db, "an", { email: "e@example.com" }, eve)).rejects.toMatchObject({
      say: expect.not.stringContaining("ann"),
    });
    expect((await creatorOf(db, "ann")).email).toBe("ann@example.com");
  });

  it("may not look into the brand, import for it, or take anything of it back", async () => {
    const { _id } = await creatorOf(db, "ann");
    const { batch = "" } = await changeMany(db, "handle:*", { kind: "tag", add: ["vip"], remove: [] }, ada);
    const inspected = await inspectFile(
      db,
      textFile("handle,email\nnew,new@example.com", "more.csv"),
      { brand: await findBrand(db, "default") },
      NOW,
    );
    if ("known" in inspected) throw new Error("known");
    const now = () => NOW;
    const tries: [string, () => Promise<unknown>][] = [
      ["listRecords", () => listRecords(db, question)],
      ["streamRecords", () => firstRow(EVE)],
      ["pickRecords", () => pickRecords(db, question, [_id])],
      ["all brands", () => listRecords(db, { ...question, brandId: "all" })],
      ["lookUp", () => lookUp(db, "ann", scope)],
      ["lookUp, nobody near", () => lookUp(db, "zzzzzzz", scope)],
      ["readPasted", () => readPasted(db, "@ann", scope)],
      ["readById", () => readById(db, [_id], scope)],
      ["creatorDetail", () => creatorDetail(db, _id, scope)],
      ["previewImport", () => previewImport(db, inspected, { actor: EVE, now: NOW })],
      ["importFiles", () => importFiles(db, [inspected], { actor: EVE, now })],
      ["previewUndo", () => previewUndo(db, "1", { actor: EVE, now })],
      ["undoImport", () => undoImport(db, "1", { actor: EVE, now })],
      ["previewUndoBatch", () => previewUndoBatch(db, batch, { actor: EVE })],
    ];
    for (const [verb, attempt] of tries) {
      await expect(attempt(), verb).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await firstRow(ADA)).toMatchObject({ handle: expect.stringContaining("ann") });
  });

  it("may add a creator by its handle, and change it from then on", async () => {
    await addCreator(db, "ann", {}, eve);
    await tagCreator(db, "ann", { add: ["ours"] }, eve);
    expect((await linkOf(db, "ann", "other")).tags).toEqual(["ours"]);
    const { brands } = await creatorDetail(db, (await creatorOf(db, "ann"))._id, { brandId: "other", actor: EVE });
    expect(brands.map(({ brand }) => brand)).toEqual(["other"]);
  });

  it("sees likely doubles of its own brand only", async () => {
    expect((await likelyDoubles(db, { actor: ADA })).total).toBe(1);
    expect((await likelyDoubles(db, { actor: EVE })).total).toBe(0);
    for (const handle of ["ann", "anne"]) await addCreator(db, handle, {}, eve);
    expect((await likelyDoubles(db, { actor: EVE })).total).toBe(1);
  });
});
