import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditLog } from "../../../core/audit/index.js";
import { creatorModel } from "../../../core/creators/creator-model.js";
import { batchModel } from "../../../core/edits/batch-model.js";
import {
  addCreator,
  addNote,
  changeMany,
  dismissDoubles,
  editCreator,
  mergeCreators,
} from "../../../core/edits/index.js";
import { forgetCreator, previewForget } from "../../../core/forget/index.js";
import { importModel } from "../../../core/imports/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { readQuery } from "../../../core/query/index.js";
import { sampleModel } from "../../../core/samples/sample-model.js";
import { lookAtSegments, saveSegment } from "../../../core/segments/index.js";
import { segmentModel } from "../../../core/segments/segment-model.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, BEN, clear, creatorOf, euka, later, NOW, samples, takeIn } from "../edits/make.js";

const db = testDatabase();

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(
    db,
    euka(
      { handle: "mia.glow", email: "mia@example.com", phone: "+18325550159", address: "12 Main St, Austin, TX 78701" },
      { handle: "bob" },
    ),
  );
});

/** All that is stored, but for the files as they came and the rows that were rejected. */
async function everythingStored(): Promise<string> {
  const collections = (await db.db?.collections()) ?? [];
  const kept = collections.filter(({ collectionName }) => !collectionName.startsWith("originals"));
  return JSON.stringify(await Promise.all(kept.map((collection) => collection.find().toArray())));
}

describe("forgetCreator", () => {
  it("keeps people from typing their address or number in again", async () => {
    await takeIn(db, euka({ handle: "mia.other", email: "mia.other@example.com", phone: "+18325550123" }));
    await forgetCreator(db, "mia.other", { actor: ADA, now: NOW });
    await takeIn(db, euka({ handle: "new.one" }));
    const again: Record<string, string>[] = [{ email: "Mia.Other@example.com" }, { phone: "(832) 555-0123" }];
    for (const given of again) {
      await expect(editCreator(db, "new.one", given, ada)).rejects.toMatchObject({ code: "refused" });
      await expect(addCreator(db, "another.one", given, ada)).rejects.toMatchObject({ code: "refused" });
    }
    await editCreator(db, "new.one", { email: "new@example.com" }, ada);
  });

  it("leaves nothing that names them", async () => {
    await takeIn(db, samples({ order: "1", handle: "mia.glow", userId: "777123", recipient: "Mia Rosalind" }));
    await editCreator(db, "mia.glow", { email: "second@example.org" }, ada);
    await saveSegment(db, { name: "mail", query: "has:email" }, ada);
    await changeMany(db, "has:email", { kind: "tag", add: ["vip"], remove: [] }, ada);
    await dismissDoubles(db, "mia.glow", "bob", ada);
    const preview = await previewForget(db, "mia.glow", ada);
    expect(await forgetCreator(db, "@mia.glow", { actor: ADA, now: NOW })).toEqual(preview);
    expect(preview).toEqual({ handle: "mia.glow", sightings: 2, edits: 3, samples: 1, videos: 0, originals: 2 });
    const stored = await everythingStored();
    for (const trace of ["mia.glow", "mia@example.com", "second@example.org", "8325550159", "777123", "Rosalind"]) {
      expect(stored).not.toContain(trace);
    }
    expect(await collectionOf(creatorModel(db)).countDocuments()).toBe(1);
  });

  it("leaves them out of what people asked for and wrote about others", async () => {
    await takeIn(db, samples({ order: "1", handle: "mia.glow", userId: "777123", recipient: "Mía Rosalind" }));
    await editCreator(db, "mia.glow", { email: "second@example.org" }, ada);
    for (const query of [
      "handle:=mia.glow",
      "@mia.glow OR https://www.tiktok.com/@Mia.Glow",
      "email:mia@example.com,SECOND@example.org",
      'phone:"(832) 555-0159"',
      "phone:+18325550159",
      '"mia rosalind"',
      'name:"Mia  Rosalind" -tag:cold',
    ]) {
      await changeMany(db, `${query} OR handle:bob`, { kind: "tag", add: [`t${query.length}`], remove: [] }, ada);
    }
    await saveSegment(db, { name: "One", query: "handle:=mia.glow tag:mia.glow.fans" }, ada);
    await saveSegment(db, { name: "One", query: "phone:8325550159 OR handle:mia.glow2" }, ada);
    await addNote(db, "bob", "Friend of @mia.glow. Ask Mía  Rosalind, (832) 555-0159, not mia.glow2", ada);
    const state = { is: "unknown", columns: [{ header: "Mail", samples: ["x@example.com", "MIA@example.com"] }] };
    await db.collection("drops").insertOne({ files: [{ name: "a.csv", state }], rev: 4 });
    await db.collection("jobs").insertOne({ name: "tag many", data: { query: "handle:=mia.glow", brand: "default" } });
    await db.collection("sheetRuns").insertOne({ reason: "@mia.glow: 8325550159 is too short" });
    await forgetCreator(db, "mia.glow", { actor: ADA, now: NOW });

    const stored = (await everythingStored())
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .toLowerCase();
    for (const trace of ["mia@example.com", "second@example.org", "8325550159", "555-0159", "777123", "rosalind"]) {
      expect(stored).not.toContain(trace);
    }
    expect(stored).not.toMatch(/mia\.glow(?!2|\.fans)/);
    const segment = await collectionOf(segmentModel(db)).findOne({ _id: "one" });
    expect(segment).toMatchObject({ query: "phone:000 OR handle:mia.glow2", rev: 3 });
    expect((await creatorOf(db, "bob")).notes).toMatchObject([
      { text: "Friend of @forgotten. Ask forgotten, 000, not mia.glow2" },
    ]);
    expect(await db.collection("drops").findOne()).toMatchObject({
      files: [{ state: { columns: [{ samples: ["x@example.com", "forgotten"] }] } }],
      rev: 5,
    });
    for (const { query } of await collectionOf(batchModel(db)).find().toArray()) {
      expect(() => readQuery(query, "creators")).not.toThrow();
    }
    expect(await lookAtSegments(db, later(1))).toBe(1);
  });

  it("leaves a name that somebody else has too, and words that are no name", async () => {
    await editCreator(db, "mia.glow", { name: "Mia Cruz" }, ada);
    await editCreator(db, "bob", { name: "Mia Cruz" }, ada);
    await addNote(db, "bob", "Mia Cruz buys mia.glowing", ada);
    await forgetCreator(db, "mia.glow", { actor: ADA, now: NOW });
    expect((await creatorOf(db, "bob")).notes).toMatchObject([{ text: "Mia Cruz buys mia.glowing" }]);
    expect((await creatorOf(db, "bob")).firstName).toBe("Mia");
  });

  it("keeps that somebody was forgotten, by whom, in the log", async () => {
    await forgetCreator(db, "mia.glow", { actor: ADA, now: later(1) });
    const { entries } = await auditLog(db, { actor: ADA });
    expect(entries.filter(({ what }) => what === "edit")).toMatchObject([
      { by: "ada", at: later(1), creator: "forgotten", change: { kind: "forget" } },
    ]);
  });

  it.each([
    ["handle", euka({ handle: "Mia.Glow" }, { handle: "new" })],
    ["e-mail", euka({ handle: "other.name", email: "MIA@example.com" }, { handle: "new" })],
    ["phone", euka({ handle: "other.name", phone: "(832) 555-0159" }, { handle: "new" })],
    ["user id", samples({ order: "9", handle: "other.name", userId: "777123" }, { order: "8", handle: "new" })],
  ])("rejects later rows that have their %s, and keeps no copy of them", async (_, csv) => {
    await takeIn(db, samples({ order: "1", handle: "mia.glow", userId: "777123" }));
    await forgetCreator(db, "mia.glow", { actor: ADA, now: NOW });
    const id = await takeIn(db, csv, { name: "later.csv" });
    const record = await collectionOf(importModel(db)).findOne({ _id: id });
    expect(record?.report).toMatchObject({ rows: 2, rejected: 1, creators: { new: 1 } });
    expect((await collectionOf(creatorModel(db)).distinct("handle")).sort()).toEqual(["bob", "new"]);
  });

  it("leaves to others what was theirs: under a handle that changed hands, and in a shared order", async () => {
    await takeIn(db, samples({ order: "1", handle: "shared", userId: "1", recipient: "First Holder" }), {
      asOf: "2026-01-01",
    });
    await takeIn(db, samples({ order: "2", handle: "moved.on", userId: "1" }), { asOf: "2026-02-01" });
    await takeIn(db, samples({ order: "3", handle: "shared", userId: "2", recipient: "Second Holder" }), {
      asOf: "2026-02-15",
    });
    await takeIn(db, samples({ order: "2", handle: "bob" }), { asOf: "2026-02-20" });
    await forgetCreator(db, "moved.on", { actor: ADA, now: NOW });
    expect(await creatorOf(db, "shared")).toMatchObject({ tiktokUserId: "2", firstName: "Second", samples: 1 });
    const left = await collectionOf(sampleModel(db)).find().toArray();
    expect(left.map(({ orderId, handle }) => `${orderId} ${handle}`).sort()).toEqual(["2 bob", "3 shared"]);
    expect((await creatorOf(db, "bob")).samples).toBe(1);
  });

  it("forgets both of two who were merged", async () => {
    await mergeCreators(db, "mia.glow", "bob", ada);
    await forgetCreator(db, "bob", { actor: ADA, now: NOW });
    expect(await collectionOf(creatorModel(db)).countDocuments()).toBe(0);
    await expect(addCreator(db, "mia.glow", {}, ada)).rejects.toMatchObject({ code: "refused" });
  });

  it("is for admins, and not while an import runs", async () => {
    await expect(forgetCreator(db, "mia.glow", { actor: BEN, now: NOW })).rejects.toMatchObject({ code: "forbidden" });
    await collectionOf(importModel(db)).updateMany({}, { $set: { status: "running" } });
    await expect(forgetCreator(db, "mia.glow", { actor: ADA, now: NOW })).rejects.toMatchObject({ code: "conflict" });
  });
});
