import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addPerson, changePerson, ownerActor } from "../../../core/access/index.js";
import { type AuditEntry, auditLog } from "../../../core/audit/index.js";
import { addBrand, bindPlace, changeBrand } from "../../../core/brands/index.js";
import {
  changeMany,
  editCreator,
  mergeCreators,
  tagCreator,
  undoBatch,
  unmergeCreators,
} from "../../../core/edits/index.js";
import { undoImport } from "../../../core/imports/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { removeSegment, saveSegment } from "../../../core/segments/index.js";
import { testDatabase } from "../../support/database.js";
import { ADA, BEN, clear, editorOf, euka, later, NOW, takeIn, VIC } from "../edits/make.js";

const db = testDatabase();
const asAda = (minute: number) => ({ actor: ADA, now: later(minute) });
const asBen = (minute: number) => ({ actor: BEN, now: later(minute) });
/** Imports are dated by the clock of the machine: those of the tests come last or first, as the case may be. */
const withoutImports = (entries: AuditEntry[]) =>
  entries.filter(({ what }) => !what.startsWith("import") && what !== "setting");
const brief = (entries: AuditEntry[]) => withoutImports(entries).map(({ what, by }) => `${what} by ${by}`);

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(db, euka({ handle: "ann", email: "ann@example.com" }, { handle: "bob" }, { handle: "cat" }));
});

describe("auditLog", () => {
  it("shows changes, changes of many, merges and what was taken back, newest first", async () => {
    await editCreator(db, "ann", { email: "new@example.com" }, asAda(1));
    const { batch = "" } = await changeMany(db, "handle:*", { kind: "tag", add: ["vip"], remove: [] }, asBen(2));
    await mergeCreators(db, "ann", "bob", asAda(3));
    await undoBatch(db, batch, asAda(4));
    await unmergeCreators(db, "ann", asBen(5));
    const { entries, next } = await auditLog(db, { actor: ADA });
    expect(brief(entries)).toEqual([
      "edit-undone by ben",
      "batch-undone by ada",
      "edit by ada",
      "batch by ben",
      "edit by ada",
    ]);
    expect(withoutImports(entries)[3]).toMatchObject({ batch, creators: 3, query: "handle:*", isUndone: true });
    expect(next).toBeUndefined();
  });

  it("shows imports and their undoing", async () => {
    const id = await takeIn(db, euka({ handle: "dan" }), { name: "more.csv" });
    await undoImport(db, id, { actor: ownerActor("ben"), now: () => later(1) });
    const { entries } = await auditLog(db, { actor: ADA });
    expect(entries.filter((entry) => "importId" in entry && entry.importId === id)).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          what: "import-undone",
          by: "ben",
          via: "terminal",
          at: later(1),
          file: "more.csv",
        }),
        expect.objectContaining({ what: "import", by: "ada", source: "euka", rows: 1 }),
      ]),
    );
  });

  it("shows of one creator the imports that named it, also those that were undone since", async () => {
    const id = await takeIn(db, euka({ handle: "ann" }), { name: "more.csv" });
    await undoImport(db, id, { actor: BEN, now: () => later(1) });
    await takeIn(db, euka({ handle: "dan" }), { name: "not-ann.csv" });
    const { entries } = await auditLog(db, { actor: ADA, creator: "ann" });
    const files = entries.map((entry) => `${entry.what} ${"file" in entry && entry.file}`);
    expect(files.sort()).toEqual(["import made.csv", "import more.csv", "import-undone more.csv"]);
  });

  it("says where a change was taken back", async () => {
    const { batch = "" } = await changeMany(db, "handle:*", { kind: "tag", add: ["vip"], remove: [] }, asBen(2));
    await undoBatch(db, batch, { actor: { ...ADA, via: "slack" }, now: later(3) });
    const { entries } = await auditLog(db, { actor: ADA });
    expect(entries[0]?.what.startsWith("import") ? entries[1] : entries[0]).toMatchObject({
      what: "batch-undone",
      by: "ada",
      via: "slack",
    });
  });

  it("hides contacts that were searched by from viewers", async () => {
    await changeMany(db, "email:ann@example.com", { kind: "tag", add: ["vip"], remove: [] }, asBen(2));
    await saveSegment(db, { name: "anns", query: "email:ann@example.com OR tag:vip" }, asBen(3));
    const text = JSON.stringify((await auditLog(db, { actor: VIC })).entries);
    expect(text).not.toContain("ann@example.com");
    expect(text).toContain("email:… OR tag:vip");
    expect(JSON.stringify((await auditLog(db, { actor: ADA })).entries)).toContain("email:ann@example.com");
  });

  it("shows of one creator its own changes, each of a batch too, and the imports that name it", async () => {
    await takeIn(db, euka({ handle: "dan" }), { name: "not-ann.csv" });
    await tagCreator(db, "bob", { add: ["x"] }, asAda(1));
    await changeMany(db, "handle:*", { kind: "tag", add: ["vip"], remove: [] }, asBen(2));
    const { entries } = await auditLog(db, { actor: ADA, creator: "@Ann" });
    expect(brief(entries)).toEqual(["edit by ben"]);
    expect(entries.filter(({ what }) => what === "import")).toHaveLength(1);
  });

  it("takes a person, a day and a brand to look for", async () => {
    await addBrand(db, { slug: "other" }, { actor: ADA, now: NOW });
    await tagCreator(db, "ann", { add: ["a"] }, asAda(1));
    await tagCreator(db, "ann", { add: ["b"] }, { ...asBen(2), brand: "other" });
    await tagCreator(db, "ann", { add: ["c"] }, asBen(3));
    const tags = async (request: object) =>
      withoutImports((await auditLog(db, { actor: ADA, ...request })).entries).map((entry) =>
        "change" in entry && entry.change.kind === "tag" ? entry.change.add[0] : undefined,
      );
    expect(await tags({ by: "ben" })).toEqual(["c", "b"]);
    expect(await tags({ since: later(3) })).toEqual(["c"]);
    expect(await tags({ brand: "other" })).toEqual(["b"]);
    expect(await tags({ brand: "all" })).toEqual(["c", "b", "a"]);
  });

  it("pages through everything once, also where much happened at one instant", async () => {
    for (let n = 0; n < 4; n += 1) await tagCreator(db, "ann", { add: [`a${n}`] }, asAda(1));
    for (const handle of ["bob", "cat"]) await tagCreator(db, handle, { add: ["x"] }, asAda(1));
    const { batch = "" } = await changeMany(db, "handle:*", { kind: "tag", add: ["vip"], remove: [] }, asBen(1));
    await undoBatch(db, batch, asBen(1));
    await mergeCreators(db, "bob", "cat", asAda(1));
    await unmergeCreators(db, "bob", asAda(1));
    const whole = (await auditLog(db, { actor: ADA })).entries.map(({ id }) => id);
    for (const limit of [1, 2, 3]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await auditLog(db, { actor: ADA, limit, cursor });
        seen.push(...page.entries.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(whole);
    }
    expect(whole).toHaveLength(11);
  });

  it("masks contacts for a viewer, and shows only the brands that somebody may see", async () => {
    await addBrand(db, { slug: "other" }, { actor: ADA, now: NOW });
    await editCreator(db, "ann", { email: "new@example.com", phone: "+18325550159", zip: "78701" }, asAda(1));
    const { entries } = await auditLog(db, { actor: VIC });
    const text = JSON.stringify(withoutImports(entries));
    expect(text).toContain("n***@e***.com");
    expect(text).toContain("+1832*****59");
    expect(text).not.toContain("new@example.com");
    expect(text).not.toContain("78701");
    const { entries: ofOther } = await auditLog(db, { actor: editorOf("other") });
    expect(ofOther.map((entry) => "subject" in entry && entry.subject)).toEqual(["other"]);
    await expect(auditLog(db, { actor: editorOf("other"), brand: "default" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("refuses a cursor that it never gave", async () => {
    await expect(auditLog(db, { actor: ADA, cursor: "nonsense" })).rejects.toMatchObject({ code: "wrong-input" });
  });

  it("shows changes of people, brands, channels and segments, as they were and as they are", async () => {
    await addBrand(db, { slug: "glow", currency: "GBP" }, asAda(1));
    await changeBrand(db, "glow", { currency: "EUR" }, asAda(2));
    await bindPlace(db, "slack:C1", "glow", asBen(3));
    await addPerson(db, { id: "nina", role: "viewer" }, asAda(4));
    await changePerson(db, "nina", { role: "editor" }, asAda(5));
    await changePerson(db, "nina", { role: "editor" }, asAda(6));
    await saveSegment(db, { name: "mail", query: "has:email" }, asBen(7));
    await removeSegment(db, "mail", asBen(8));
    const { entries } = await auditLog(db, { actor: ADA });
    expect(
      entries.flatMap((entry) => (entry.what === "setting" ? [[entry.by, entry.subject, entry.from, entry.to]] : [])),
    ).toEqual([
      ["ben", "mail", "has:email", undefined],
      ["ben", "mail", undefined, "has:email"],
      ["ada", "nina", "nina, viewer of all", "nina, editor of all"],
      ["ada", "nina", undefined, "nina, viewer of all"],
      ["ben", "slack:C1", undefined, "glow"],
      ["ada", "glow", "currency=GBP", "currency=EUR"],
      ["ada", "glow", undefined, "slug=glow name=glow currency=GBP country=US zone=UTC"],
    ]);
    await expect(addBrand(db, { slug: "dew" }, asBen(9))).rejects.toMatchObject({ code: "forbidden" });
  });
});
