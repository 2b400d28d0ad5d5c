import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { editModel } from "../../../core/edits/edit-model.js";
import {
  addCreator,
  addNote,
  conflictsIn,
  editCreator,
  pickValue,
  releaseField,
  setStatus,
  setWhitelisted,
  tagCreator,
} from "../../../core/edits/index.js";
import { undoImport } from "../../../core/imports/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { collectionOf } from "../../../core/mongo/model-of.js";
import { OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, BEN, ben, clear, creatorOf, editorOf, euka, later, linkOf, NOW, takeIn, VIC } from "./make.js";

const db = testDatabase();
const MIA = {
  handle: "mia.glow",
  email: "mia@example.com",
  phone: "+18325550159",
  address: "12 Main St, Austin, TX 78701",
};

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await takeIn(db, euka(MIA, { handle: "sam.sells" }));
});

const said = (work: Promise<unknown>) =>
  work.then(
    () => {
      throw new Error("it was done");
    },
    (error: { code: string; say: string }) => error,
  );
const edits = () => collectionOf(editModel(db)).find().sort({ at: 1, _id: 1 }).toArray();

describe("editCreator", () => {
  it("sets fields in their normal forms", async () => {
    await editCreator(
      db,
      "https://www.tiktok.com/@Mia.Glow",
      {
        email: "Mia <MIA@New.example>",
        phone: "(512) 555-0143",
        firstName: "mia",
        lastName: "Cruz",
        badge: "Gold",
        status: "inactive",
        whitelisted: "yes",
      },
      ada,
    );
    expect(await creatorOf(db, "mia.glow")).toMatchObject({
      email: "mia@new.example",
      phone: "+15125550143",
      phoneVerified: true,
      firstName: "mia",
      lastName: "Cruz",
      badge: "gold",
      badgeRank: 2,
      status: ["inactive"],
      whitelisted: true,
    });
  });

  it("changes one part of an address and keeps the others", async () => {
    await editCreator(db, "mia.glow", { line2: "Apt 4", zip: "78702" }, ada);
    expect((await creatorOf(db, "mia.glow")).address).toEqual({
      line1: "12 Main St",
      line2: "Apt 4",
      city: "Austin",
      state: "TX",
      zip: "78702",
      country: "US",
    });
  });

  it("takes a state and its ZIP code together, and leaves other countries their own", async () => {
    await editCreator(db, "mia.glow", { city: "Oakland", state: "california", zip: "94607" }, ada);
    expect((await creatorOf(db, "mia.glow")).address).toMatchObject({ state: "CA", zip: "94607", country: "US" });
    await editCreator(db, "mia.glow", { country: "Italy", state: "XX", zip: "20121" }, ada);
    expect((await creatorOf(db, "mia.glow")).address).toMatchObject({ state: "XX", zip: "20121", country: "IT" });
  });

  it("keeps nothing that is hidden in a text", async () => {
    const hidden = "\u202eMía\u0000\u2066";
    await editCreator(
      db,
      "mia.glow",
      { firstName: hidden, line1: `9 Oak${hidden}`, email: "m\u202dia@new.example" },
      ada,
    );
    await addNote(db, "mia.glow", `${hidden}\r\nruns 👩‍👧`, ada);
    await tagCreator(db, "mia.glow", { add: [`v\u0007ip${hidden}`] }, ada);
    const creator = await creatorOf(db, "mia.glow");
    expect(creator).toMatchObject({ firstName: "Mía", email: "mia@new.example", address: { line1: "9 OakMía" } });
    expect(creator.notes.map(({ text }) => text)).toEqual(["Mía\nruns 👩‍👧"]);
    expect(creator.tags).toEqual(["vipmía"]);
  });

  it("takes nothing hidden out of a file", async () => {
    const csv = 'handle,email,address\n\u2066@ida.one\u2069,ida@\u202cexample.com,"9\u0001 Oak Ave, Austin, TX 78701"';
    await takeIn(db, csv);
    expect(await creatorOf(db, "ida.one")).toMatchObject({ email: "ida@example.com", address: { line1: "9 Oak Ave" } });
  });

  it("changes one part of a name and keeps the other", async () => {
    await editCreator(db, "mia.glow", { name: "Mia Cruz" }, ada);
    await editCreator(db, "mia.glow", { last: "Lopez" }, ada);
    expect(await creatorOf(db, "mia.glow")).toMatchObject({ firstName: "Mia", lastName: "Lopez" });
    await editCreator(db, "mia.glow", { last: "" }, ada);
    expect((await creatorOf(db, "mia.glow")).lastName).toBeUndefined();
  });

  it("clears a field, and no import fills it again", async () => {
    await editCreator(db, "mia.glow", { email: "" }, ada);
    await takeIn(db, euka({ handle: "mia.glow", email: "other@example.com" }));
    const { email, alternatives } = await creatorOf(db, "mia.glow");
    expect(email).toBeUndefined();
    expect(alternatives).toBe(2);
  });

  it("writes down who changed what, from what, for which brand and where", async () => {
    await editCreator(db, "@mia.glow", { email: "new@example.com" }, ben);
    expect(await edits()).toMatchObject([
      {
        key: "@mia.glow",
        keys: ["@mia.glow"],
        brandId: "default",
        by: "ben",
        via: "terminal",
        at: NOW,
        change: { kind: "set", field: "email", from: "mia@example.com", to: "new@example.com" },
      },
    ]);
  });

  it("writes nothing when a person has set the same already", async () => {
    await editCreator(db, "mia.glow", { email: "new@example.com", status: "active" }, ada);
    const again = await editCreator(db, "mia.glow", { email: "new@example.com", status: "active" }, ben);
    expect(again.edits).toEqual([]);
    expect(await edits()).toHaveLength(1);
  });

  it.each([
    ["email", "not an address", /no e-mail address; expected one such as name@example.com/],
    ["email", "test@temp.example", /stands in place of an address/],
    ["phone", "12", /phone/],
    ["phone", "(+1)832*****59", /masked; expected every digit/],
    ["name", "J*** D**", /no name/],
    ["badge", "wood", /expected one of bronze/],
    ["status", "gone", /expected active, inactive, blocked; got "gone"/],
    ["whitelisted", "perhaps", /expected yes or no/],
    ["zip", "7870", /expected a ZIP code of that state.*got "7870"/],
    ["state", "Texarkana", /expected a state/],
    ["state", "XX", /expected a state of the US such as TX or Texas, got "XX"/],
    ["state", "CA", /78701 is no ZIP code of CA; expected a state and a ZIP code of the same place/],
    ["zip", "94107", /94107 is no ZIP code of TX/],
    ["address", "12 Main St, Austin, CA 78701", /78701 is no ZIP code of CA/],
    ["country", "Atlantis", /no country/],
    ["emial", "a@b.co", /Did you mean email\?/],
  ])("refuses %s=%s, says why, and writes nothing", async (field, value, reason) => {
    const error = await said(editCreator(db, "mia.glow", { badge: "gold", [field]: value }, ada));
    expect(error).toMatchObject({ code: "wrong-input", say: expect.stringMatching(reason) });
    expect(await edits()).toEqual([]);
  });

  it("names the nearest handle for one that is not there", async () => {
    const error = await said(editCreator(db, "mia.glov", { badge: "gold" }, ada));
    expect(error).toMatchObject({ code: "not-found", say: "There is no creator @mia.glov. Did you mean @mia.glow?" });
  });

  it("refuses a viewer, and an editor of another brand", async () => {
    for (const actor of [VIC, editorOf("other")]) {
      expect(await said(editCreator(db, "mia.glow", { badge: "gold" }, { actor, now: NOW }))).toMatchObject({
        code: "forbidden",
        next: expect.objectContaining({ terminal: expect.stringContaining("--role editor") }),
      });
    }
    expect(await edits()).toEqual([]);
  });
});

describe("editCreator by two people", () => {
  it("shows the second both values when the field is no longer what they saw", async () => {
    await editCreator(db, "mia.glow", { email: "ada@example.com" }, ada);
    const error = await said(
      editCreator(db, "mia.glow", { email: "ben@example.com" }, { ...ben, seen: { email: "mia@example.com" } }),
    );
    expect(error).toMatchObject({ code: "conflict" });
    expect(error.say).toContain('you saw "mia@example.com"; it is "ada@example.com" now, changed by ada');
    expect(conflictsIn(error)).toMatchObject([
      { field: "email", seen: "mia@example.com", current: "ada@example.com", wanted: "ben@example.com", by: "ada" },
    ]);
    expect((await creatorOf(db, "mia.glow")).email).toBe("ada@example.com");
  });

  it("lets the second change another field", async () => {
    const seen = { email: "mia@example.com", phone: "+18325550159" };
    await editCreator(db, "mia.glow", { email: "ada@example.com" }, { ...ada, seen });
    await editCreator(db, "mia.glow", { phone: "512 555 0143" }, { ...ben, seen });
    expect(await creatorOf(db, "mia.glow")).toMatchObject({ email: "ada@example.com", phone: "+15125550143" });
  });

  it("takes case, spacing and an empty field as seen for no difference", async () => {
    const seen = { email: " MIA@example.com", firstName: null, lastName: "", whitelisted: "no", status: "active" };
    await editCreator(
      db,
      "mia.glow",
      { email: "x@example.com", firstName: "Mia", whitelisted: "yes", status: "blocked" },
      { ...ada, seen },
    );
    expect((await creatorOf(db, "mia.glow")).email).toBe("x@example.com");
  });

  it("lets exactly one of many through who saw the same and save at once", async () => {
    const attempts = Array.from({ length: 8 }, (_, place) =>
      editCreator(
        db,
        "mia.glow",
        { email: `person${place}@example.com` },
        { ...ben, seen: { email: "mia@example.com" } },
      ),
    );
    const settled = await Promise.allSettled(attempts);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of settled) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
    const [first] = await edits();
    const { email, stale } = await creatorOf(db, "mia.glow");
    expect(first?.change).toMatchObject({ to: email });
    expect(stale).toBeUndefined();
  });

  it("keeps both when two set different parts of one name at once", async () => {
    await Promise.all([
      editCreator(db, "mia.glow", { firstName: "Mia" }, ada),
      editCreator(db, "mia.glow", { lastName: "Cruz" }, ben),
    ]);
    expect(await creatorOf(db, "mia.glow")).toMatchObject({ firstName: "Mia", lastName: "Cruz" });
  });

  it("keeps every change that is made at once, beside an import", async () => {
    await Promise.all([
      ...Array.from({ length: 6 }, (_, place) => tagCreator(db, "mia.glow", { add: [`tag${place}`] }, ada)),
      addNote(db, "mia.glow", "first", ada),
      takeIn(db, euka({ handle: "mia.glow", email: "second@example.com" })),
    ]);
    const { tags, notes, alternatives } = await creatorOf(db, "mia.glow");
    expect(tags).toHaveLength(6);
    expect(notes).toHaveLength(1);
    expect(alternatives).toBe(1);
  });

  it("counts the later change even when its clock is behind", async () => {
    await editCreator(db, "mia.glow", { email: "one@example.com" }, { actor: ADA, now: later(5) });
    await editCreator(db, "mia.glow", { email: "two@example.com" }, { actor: BEN, now: NOW });
    expect((await creatorOf(db, "mia.glow")).email).toBe("two@example.com");
  });
});

describe("releaseField", () => {
  it("lets the field follow the sources again", async () => {
    await editCreator(db, "mia.glow", { email: "new@example.com", badge: "gold" }, ada);
    await releaseField(db, "mia.glow", "email", ada);
    await releaseField(db, "mia.glow", "badge", ada);
    const { email, badge } = await creatorOf(db, "mia.glow");
    expect({ email, badge }).toEqual({ email: "mia@example.com", badge: undefined });
  });

  it("does nothing where no person set the field, and refuses what has no sources", async () => {
    expect((await releaseField(db, "mia.glow", "phone", ada)).edits).toEqual([]);
    expect(await said(releaseField(db, "mia.glow", "status", ada))).toMatchObject({ code: "wrong-input" });
  });
});

describe("pickValue", () => {
  it("makes an alternative the current value", async () => {
    await takeIn(db, euka({ handle: "mia.glow", email: "second@example.com" }));
    await pickValue(db, "mia.glow", "email", "SECOND@example.com", ada);
    expect((await creatorOf(db, "mia.glow")).email).toBe("second@example.com");
  });

  it("picks an address by how it is shown", async () => {
    await takeIn(db, euka({ handle: "mia.glow", address: "9 Oak Ave, Dallas, TX 75001" }));
    await pickValue(db, "mia.glow", "address", "9 Oak Ave, Dallas, TX 75001, US", ada);
    expect((await creatorOf(db, "mia.glow")).city).toBe("Dallas");
  });

  it("lists the values there are when none is the one", async () => {
    expect(await said(pickValue(db, "mia.glow", "email", "x@example.com", ada))).toMatchObject({
      code: "not-found",
      say: 'No source gave the email "x@example.com". The sources gave: mia@example.com.',
    });
  });
});

describe("tags, notes, status and whitelist", () => {
  it("belong to the brand they are given for", async () => {
    await tagCreator(db, "mia.glow", { add: [" VIP ", "top  seller"] }, ada);
    await tagCreator(db, "mia.glow", { add: ["cold"], remove: ["vip"] }, ada);
    await setStatus(db, "mia.glow", "blocked", ada);
    await setWhitelisted(db, "mia.glow", true, ada);
    await addNote(db, "mia.glow", "Wants free shipping", ben);
    expect(await linkOf(db, "mia.glow")).toMatchObject({
      tags: ["cold", "top seller"],
      status: "blocked",
      whitelisted: true,
      notes: [{ text: "Wants free shipping", by: "ben" }],
      search: { notes: "wants free shipping" },
    });
  });

  it.each(["", "a,b", 'say "x"', "x".repeat(41)])("refuses %j as a tag", async (tag) => {
    expect(await said(tagCreator(db, "mia.glow", { add: [tag] }, ada))).toMatchObject({ code: "wrong-input" });
  });

  it("refuses a tag that is given and taken at once, and an empty note", async () => {
    expect(await said(tagCreator(db, "mia.glow", { add: ["vip"], remove: ["VIP"] }, ada))).toMatchObject({
      code: "wrong-input",
    });
    expect(await said(addNote(db, "mia.glow", " \n ", ada))).toMatchObject({ code: "wrong-input" });
  });
});

describe("addCreator", () => {
  it("adds somebody no import has named", async () => {
    await addCreator(db, "@New.Face", { email: "new@example.com", status: "inactive" }, ada);
    expect(await creatorOf(db, "new.face")).toMatchObject({
      handle: "new.face",
      email: "new@example.com",
      status: ["inactive"],
      brandIds: ["default"],
    });
    expect((await edits()).map(({ change }) => change.kind)).toEqual(["add", "set", "status"]);
  });

  it("keeps its creator when an import that named it too is undone", async () => {
    await addCreator(db, "new.face", {}, ada);
    const id = await takeIn(db, euka({ handle: "new.face", email: "from@example.com" }));
    await undoImport(db, id, { actor: OWNER, now: () => NOW });
    expect((await creatorOf(db, "new.face")).email).toBeUndefined();
  });

  it("refuses one that is there, and a value that cannot be used without leaving anything behind", async () => {
    expect(await said(addCreator(db, "mia.glow", {}, ada))).toMatchObject({ code: "refused" });
    expect(await said(addCreator(db, "new.face", { email: "nope" }, ada))).toMatchObject({ code: "wrong-input" });
    expect(await said(creatorOf(db, "new.face"))).toMatchObject({ message: "no creator @new.face" });
  });

  it("adds once when two add at once, beside an import that names it", async () => {
    const settled = await Promise.allSettled([
      addCreator(db, "new.face", { badge: "gold" }, ada),
      addCreator(db, "new.face", { badge: "gold" }, ben),
      takeIn(db, euka({ handle: "new.face", email: "from@example.com" })),
    ]);
    expect(settled.filter(({ status }) => status === "rejected").length).toBeGreaterThanOrEqual(1);
    expect(await creatorOf(db, "new.face")).toMatchObject({ email: "from@example.com" });
    expect((await edits()).filter(({ change }) => change.kind === "add").length).toBeLessThanOrEqual(1);
  });
});
