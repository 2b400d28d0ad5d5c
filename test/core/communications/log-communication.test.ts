import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { logCommunication } from "../../../core/communications/index.js";
import { mergeCreators, unmergeCreators } from "../../../core/edits/index.js";
import { forgetCreator } from "../../../core/forget/index.js";
import { undoImport } from "../../../core/imports/index.js";
import { listRecords } from "../../../core/lists/index.js";
import { creatorDetail } from "../../../core/lookup/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, clear, creatorOf, euka, NOW, samples, takeIn } from "../edits/make.js";

const db = testDatabase();
const DAY = 24 * 60 * 60 * 1_000;
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY);

const dm = (direction: "in" | "out", at: Date, text = "hello") => ({
  channel: "tiktok-dm" as const,
  direction,
  text,
  at,
});

const detailOf = async (who: string) =>
  creatorDetail(db, (await creatorOf(db, who))._id, { brandId: "default", actor: OWNER });

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(db, euka({ handle: "mia.glow", email: "mia@example.com" }, { handle: "mia.old" }));
});

describe("logCommunication", () => {
  it("is the last contact when the brand wrote", async () => {
    await logCommunication(db, "@mia.glow", dm("out", daysAgo(2)), ada);
    await logCommunication(db, "@mia.glow", dm("out", daysAgo(9)), ada);
    expect((await detailOf("mia.glow")).lastContactedAt).toEqual(daysAgo(2));
    const asked = { query: "contacted:<3d", brandId: "default", actor: OWNER, zone: "UTC", now: NOW, limit: 10 };
    expect((await listRecords(db, { list: "creators", ...asked })).total).toBe(1);
  });

  it("is no contact when the creator wrote", async () => {
    await logCommunication(db, "@mia.glow", dm("in", daysAgo(1)), ada);
    const { lastContactedAt, recent } = await detailOf("mia.glow");
    expect(lastContactedAt).toBeUndefined();
    expect(recent.communications).toMatchObject([{ direction: "in", text: "hello", by: ADA.id, brand: "default" }]);
  });

  it("shows the newest first", async () => {
    await logCommunication(db, "@mia.glow", dm("out", daysAgo(1), "second"), ada);
    await logCommunication(db, "@mia.glow", dm("in", daysAgo(5), "first"), ada);
    expect((await detailOf("mia.glow")).recent.communications.map(({ text }) => text)).toEqual(["second", "first"]);
  });

  it("goes with a merge, and stays with the survivor when it is taken apart", async () => {
    await logCommunication(db, "@mia.old", dm("out", daysAgo(4)), ada);
    await mergeCreators(db, "mia.old", "mia.glow", ada);
    expect((await detailOf("mia.glow")).lastContactedAt).toEqual(daysAgo(4));
    await logCommunication(db, "@mia.old", dm("out", daysAgo(1)), ada);
    await unmergeCreators(db, "mia.old", ada);
    expect((await detailOf("mia.glow")).lastContactedAt).toEqual(daysAgo(1));
    expect((await detailOf("mia.old")).lastContactedAt).toEqual(daysAgo(4));
  });

  it("stays with whom it was about when the handle goes to somebody else", async () => {
    const orders = (userId: string) => samples({ order: userId, handle: "rosa", userId });
    await takeIn(db, orders("111111"), { asOf: "2026-01-01" });
    const early = { actor: ADA, now: new Date("2026-01-10T12:00:00Z") };
    await logCommunication(db, "@rosa", dm("out", new Date("2026-01-09T12:00:00Z"), "to the first"), early);
    await takeIn(db, `${samples({ order: "2", handle: "rosa.moved", userId: "111111" })}`, { asOf: "2026-02-01" });
    await takeIn(db, orders("222222"), { asOf: "2026-02-02" });
    await logCommunication(db, "#222222", dm("out", daysAgo(1), "to the second"), ada);
    const told = async (who: string) => (await detailOf(who)).recent.communications.map(({ text }) => text);
    expect(await told("rosa")).toEqual(["to the second"]);
    expect(await told("rosa.moved")).toEqual(["to the first"]);
  });

  it("keeps its creator when the import that gave them is undone", async () => {
    const id = await takeIn(db, euka({ handle: "only.here" }), { name: "only.csv" });
    await logCommunication(db, "@only.here", dm("out", daysAgo(1)), ada);
    await undoImport(db, id, { actor: OWNER, now: () => NOW });
    expect((await detailOf("only.here")).lastContactedAt).toEqual(daysAgo(1));
  });

  it("is erased with a forgotten creator", async () => {
    await logCommunication(db, "@mia.glow", dm("out", daysAgo(4), "something private"), ada);
    await forgetCreator(db, "mia.glow", { actor: ADA, now: NOW });
    const collections = (await db.db?.collections()) ?? [];
    const stored = await Promise.all(collections.map((collection) => collection.find().toArray()));
    expect(JSON.stringify(stored)).not.toContain("something private");
  });

  it("refuses what is to come, and viewers", async () => {
    await expect(logCommunication(db, "@mia.glow", dm("out", daysAgo(-2)), ada)).rejects.toThrow("future");
    const viewer = { ...ADA, rights: [{ brandId: "all", role: "viewer" as const }] };
    const logging = logCommunication(db, "@mia.glow", dm("out", daysAgo(1)), { actor: viewer, now: NOW });
    await expect(logging).rejects.toMatchObject({ code: "forbidden" });
  });
});
