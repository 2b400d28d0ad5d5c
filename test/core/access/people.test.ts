import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Standing } from "../../../core/access/actor-of.js";
import {
  actorOf,
  addPerson,
  can,
  changePerson,
  listPeople,
  ownerActor,
  removePerson,
  requireRight,
} from "../../../core/access/index.js";
import { maskContacts, maskEmail, maskPhone } from "../../../core/access/mask-contacts.js";
import { addBrand } from "../../../core/brands/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { testDatabase } from "../../support/database.js";
import { ADA, ada, BEN, clear, editorOf, NOW, VIC } from "../edits/make.js";

const db = testDatabase();
const slack = (id: string, standing: Standing = "member") =>
  actorOf(db, { id, via: "slack", standing: async () => ({ name: id.toUpperCase(), standing }) }, NOW);

beforeAll(() => ensureIndexes(db));
beforeEach(async () => {
  await clear(db);
  await addBrand(db, { slug: "glow" }, ada);
});

describe("can", () => {
  it.each([
    ["admin", ["see", "see-contacts", "change", "manage"]],
    ["editor", ["see", "see-contacts", "change"]],
    ["viewer", ["see"]],
  ] as const)("lets an %s do %j", (role, rights) => {
    const actor = { rights: [{ brandId: "glow", role }] };
    for (const right of ["see", "see-contacts", "change", "manage"] as const) {
      const isGiven = (rights as readonly string[]).includes(right);
      expect(can(actor, right, "glow")).toBe(isGiven);
      expect(can(actor, right, "default")).toBe(false);
      expect(can(actor, right)).toBe(false);
      expect(can({ rights: [{ brandId: "all", role }] }, right, "glow")).toBe(isGiven);
    }
  });

  it("says which right is missing and how to get it", () => {
    expect(() => requireRight(VIC, "change", "glow")).toThrow(
      expect.objectContaining({
        code: "forbidden",
        say: "You may not change anything about creators for the brand glow.",
        next: expect.objectContaining({
          terminal: "An admin can let you: roster people change vic --role editor",
          slack: "An admin can make you an editor: in Roster's Home, or with /creator people",
        }),
      }),
    );
  });
});

describe("actorOf", () => {
  it.each([
    ["an admin of the workspace an admin", "admin", ["see", "see-contacts", "change", "manage"]],
    ["a member a viewer", "member", ["see"]],
    ["a guest nothing", "guest", []],
  ] as const)("makes %s at first", async (_title, standing, rights) => {
    const actor = await slack("u1", standing);
    expect((["see", "see-contacts", "change", "manage"] as const).filter((right) => can(actor, right))).toEqual(rights);
    expect(await slack("u1", standing)).toEqual(actor);
  });

  it("writes somebody down once who comes several times at once, and asks about them no more", async () => {
    await Promise.all([1, 2, 3, 4, 5].map(() => slack("u1", "admin")));
    expect(await listPeople(db, { actor: ADA })).toMatchObject([{ _id: "u1", name: "U1" }]);
    await changePerson(db, "u1", { role: "viewer" }, ada).catch(() => undefined);
    expect(can(await slack("u1", "guest"), "see")).toBe(true);
  });

  it("gives nothing to who was removed, whatever the workspace says", async () => {
    await slack("u1", "admin");
    await slack("u2", "admin");
    await removePerson(db, "u2", { ...ada });
    expect(can(await slack("u2", "admin"), "see")).toBe(false);
    await addPerson(db, { id: "u2", role: "viewer" }, ada);
    expect(can(await slack("u2"), "see")).toBe(true);
  });

  it("gives those who were added what they were given", async () => {
    await addPerson(db, { id: "u9", name: "Nina", role: "editor", brand: "glow" }, ada);
    const actor = await slack("u9");
    expect(actor.name).toBe("Nina");
    expect([can(actor, "change", "glow"), can(actor, "change", "default")]).toEqual([true, false]);
  });

  it("gives the owner of the machine everything", () => {
    expect(can(ownerActor("root"), "manage")).toBe(true);
  });
});

describe("people", () => {
  it("have a role for all brands and others for single ones", async () => {
    await addPerson(db, { id: "nina", role: "viewer" }, ada);
    await changePerson(db, "nina", { role: "admin", brand: "glow" }, ada);
    const [nina] = await listPeople(db, { actor: ADA });
    expect(nina?.rights).toEqual([
      { brandId: "all", role: "viewer" },
      { brandId: "glow", role: "admin" },
    ]);
    await removePerson(db, "nina", { ...ada, brand: "glow" });
    expect((await listPeople(db, { actor: ADA }))[0]?.rights).toEqual([{ brandId: "all", role: "viewer" }]);
    await removePerson(db, "nina", { ...ada });
    expect(await listPeople(db, { actor: ADA })).toEqual([]);
  });

  it.each([
    [{ id: "two words", role: "editor" }, /one word/],
    [{ id: "nina", role: "king" }, /viewer, editor or admin, not "king"/],
    [{ id: "nina", role: "editor", brand: "nope" }, /There is no brand "nope"/],
  ])("refuses %j", async (given, reason) => {
    await expect(addPerson(db, given, ada)).rejects.toMatchObject({ say: expect.stringMatching(reason) });
  });

  it("are added and changed by admins of the same brands only", async () => {
    const glowAdmin = { actor: { ...ADA, rights: [{ brandId: "glow", role: "admin" as const }] }, now: NOW };
    await addPerson(db, { id: "nina", role: "editor", brand: "glow" }, glowAdmin);
    await expect(addPerson(db, { id: "otto", role: "editor" }, glowAdmin)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changePerson(db, "nina", { role: "admin" }, glowAdmin)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addPerson(db, { id: "otto", role: "viewer" }, { actor: BEN, now: NOW })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listPeople(db, { actor: VIC })).rejects.toMatchObject({ code: "forbidden" });
    expect(await listPeople(db, { actor: editorOf("glow") })).toHaveLength(1);
  });

  it("keep one admin of all brands, however many remove each other at once", async () => {
    for (const id of ["u1", "u2"]) await addPerson(db, { id, role: "admin" }, ada);
    const settled = await Promise.allSettled([
      removePerson(db, "u1", { ...ada }),
      removePerson(db, "u2", { ...ada }),
      changePerson(db, "u1", { role: "viewer" }, ada),
    ]);
    expect(settled.some(({ status }) => status === "rejected")).toBe(true);
    const people = await listPeople(db, { actor: ADA });
    expect(people.filter((person) => can(person, "manage"))).toHaveLength(1);
  });
});

describe("maskContacts", () => {
  it.each([
    ["mia@example.com", "m***@e***.com"],
    ["a.b@mail.example.co.uk", "a***@m***.uk"],
    ["nonsense", "***"],
  ])("shows %s as %s", (email, masked) => expect(maskEmail(email)).toBe(masked));

  it.each([
    ["+18325550159", "+1832*****59"],
    ["+4915112345678", "+4915*******78"],
    ["+1832*****59", "+1832*****59"],
    ["+123456", "***"],
  ])("shows %s as %s", (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it("leaves of an address what is no door", () => {
    const address = { line1: "12 Main St", line2: "Apt 4", city: "Austin", state: "TX", zip: "78701", country: "US" };
    expect(maskContacts({ handle: "mia", address })).toEqual({
      handle: "mia",
      address: { city: "Austin", state: "TX", country: "US" },
    });
  });
});
