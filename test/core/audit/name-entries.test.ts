import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addPerson, makePairingCode, pairSpreadsheet, revokeToken } from "../../../core/access/index.js";
import { recordSettingChange } from "../../../core/access/record-setting-change.js";
import { type AuditEntry, auditLog } from "../../../core/audit/index.js";
import { dismissDoubles, editCreator, mergeCreators } from "../../../core/edits/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { testDatabase } from "../../support/database.js";
import { ADA, BEN, clear, later, samples, takeIn } from "../edits/make.js";

const db = testDatabase();
const SHEET = "1AbCdEfGh";
const asAda = (minute: number) => ({ actor: ADA, now: later(minute) });

beforeAll(() => ensureIndexes(db));
beforeEach(() => clear(db));

/** The newest entry but imports, which are dated by the clock of the machine. */
const newest = async (): Promise<AuditEntry | undefined> =>
  (await auditLog(db, { actor: ADA })).entries.find(({ what }) => !what.startsWith("import"));

/** Creators @ann, #111, and @bob, #222. */
const takeInTwo = () =>
  takeIn(db, samples({ order: "5001", handle: "ann", userId: "111" }, { order: "5002", handle: "bob", userId: "222" }));

describe("auditLog, of creators by user id", () => {
  beforeEach(takeInTwo);

  it("tells the handle beside the id", async () => {
    await editCreator(db, "#111", { email: "ann@example.com" }, asAda(1));
    expect(await newest()).toMatchObject({ creator: "#111", creatorName: "@ann" });
  });

  it("tells the handles of two who are two people", async () => {
    await dismissDoubles(db, "#111", "#222", asAda(1));
    const told = (await auditLog(db, { actor: ADA })).entries.flatMap((entry) =>
      "creator" in entry ? [`${entry.creatorName}, not ${entry.otherName}`] : [],
    );
    expect(told.sort()).toEqual(["@ann, not @bob", "@bob, not @ann"]);
  });

  it("does not call both of a merge by the one handle that is left", async () => {
    await mergeCreators(db, "#111", "#222", asAda(1));
    const entry = await newest();
    expect(entry).toMatchObject({ creator: "#111", change: { kind: "merge", into: "#222" } });
    expect(entry).not.toHaveProperty("creatorName");
    expect(entry).not.toHaveProperty("otherName");
  });

  it("leaves who has no name but the id as it is", async () => {
    await db.collection("creators").updateMany({}, { $unset: { handle: "" } });
    await db.collection("edits").insertOne({
      _id: "e1" as never,
      key: "#111",
      keys: ["#111"],
      brandId: "default",
      change: { kind: "note", text: "hello" },
      at: later(1),
      by: "nobody-known",
      via: "slack",
    });
    const entry = await newest();
    expect(entry).toMatchObject({ creator: "#111", by: "nobody-known" });
    expect(entry).not.toHaveProperty("creatorName");
    expect(entry).not.toHaveProperty("byName");
  });
});

describe("auditLog, of people and spreadsheets", () => {
  beforeEach(async () => {
    await addPerson(db, { id: "U07", name: "Nina Roth", role: "editor" }, asAda(1));
  });

  const connect = async (minute: number) => {
    const { code } = await makePairingCode(db, { ...asAda(minute), personId: "U07" });
    await pairSpreadsheet(db, { code, spreadsheetId: SHEET, title: "Creators 2026" }, later(minute));
  };
  const tokenId = async () => String((await db.collection("tokens").findOne())?._id);

  it("names a person whose rights were changed", async () => {
    expect(await newest()).toMatchObject({ kind: "person", subject: "U07", inNames: { subject: "Nina Roth" } });
  });

  it("names who connected a spreadsheet, and the spreadsheet", async () => {
    await connect(2);
    expect(await newest()).toMatchObject({
      by: "U07",
      byName: "Nina Roth",
      subject: `Creators 2026 (${SHEET})`,
      to: "connected as U07",
      inNames: { subject: "Creators 2026", to: "connected as Nina Roth" },
    });
  });

  it("names whose spreadsheet was disconnected", async () => {
    await connect(2);
    await revokeToken(db, await tokenId(), asAda(3));
    const entry = await newest();
    expect(entry).toMatchObject({ from: "connected as U07", inNames: { from: "connected as Nina Roth" } });
    expect(entry).not.toHaveProperty("inNames.to");
  });

  it("names the spreadsheet of a tab", async () => {
    await connect(2);
    const tab = { kind: "sheet" as const, brandId: "default", from: "creators of default" };
    await recordSettingChange(db, { ...tab, subject: `tab Best (of all) (${SHEET})` }, { actor: BEN, now: later(3) });
    expect(await newest()).toMatchObject({ inNames: { subject: "tab Best (of all) of Creators 2026" } });
  });

  it("takes no words of a segment for a connected person", async () => {
    const segment = { kind: "segment" as const, brandId: "default", to: "connected as U07" };
    await recordSettingChange(db, { ...segment, subject: "U07" }, { actor: BEN, now: later(3) });
    expect(await newest()).not.toHaveProperty("inNames");
  });
});
