import { beforeEach, describe, expect, it } from "vitest";
import type { CreatorField } from "../../../core/creators/creator.js";
import { alternativesOf } from "../../../core/creators/values.js";
import { importFiles } from "../../../core/imports/index.js";
import { testDatabase } from "../../support/database.js";
import { csvOf } from "../../support/make.js";
import { byTester, emptyDatabase, importRows, inspectText, makeBrands, makeEdits } from "../../support/make-imports.js";
import { creatorBy } from "../../support/state.js";

const db = testDatabase();
beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
});

const mia = () => creatorBy(db, "@mia");

async function alternatives(field: CreatorField): Promise<unknown[]> {
  const { values, edited } = await mia();
  return alternativesOf(field, values[field] as never, edited[field] as never).map(({ value }) => value);
}

describe("a creator's e-mail", () => {
  it("is the first one when a later source disagrees, which is an alternative", async () => {
    await importRows(db, "euka", [{ handle: "mia", email: "first@example.com" }]);
    const { report } = await importRows(db, "mapped", [{ handle: "mia", email: "second@example.com" }]);
    expect((await mia()).email).toBe("first@example.com");
    expect(await alternatives("email")).toEqual(["second@example.com"]);
    expect(report?.creators).toEqual({ new: 0, known: 1, filled: 0, alternatives: 1 });
  });

  it("is the first line's within a file", async () => {
    const rows = ["first@example.com", "second@example.com"].map((email) => ({ handle: "mia", email }));
    await importRows(db, "euka", rows);
    expect((await mia()).email).toBe("first@example.com");
  });

  it("is a real address before a forwarding one, whichever came first", async () => {
    await importRows(db, "euka", [{ handle: "mia", email: "x1@scs.tiktokw.us" }]);
    expect((await mia()).email).toBe("x1@scs.tiktokw.us");
    await importRows(db, "mapped", [{ handle: "mia", email: "mia@example.com" }]);
    expect((await mia()).email).toBe("mia@example.com");
    expect(await alternatives("email")).toEqual(["x1@scs.tiktokw.us"]);
  });

  it.each(["test", "n/a", "unknown", "m***@example.com", "x@temp.tiktok.com", "x@redirect.example.com"])(
    "is never %s, neither as the current one nor as an alternative",
    async (email) => {
      await importRows(db, "euka", [{ handle: "mia", email }]);
      expect((await mia()).email).toBeUndefined();
      expect((await mia()).alternatives).toBe(0);
    },
  );

  it("stays what a person set, also when a source comes later; following the sources gives theirs again", async () => {
    await importRows(db, "euka", [{ handle: "mia", email: "first@example.com" }]);
    const edit = { key: "@mia", keys: ["@mia"], brandId: "default", by: "ann", via: "terminal" as const };
    const set = { kind: "set" as const, field: "email" as const, from: null, to: "own@example.com" };
    await makeEdits(db, [{ ...edit, _id: "e1", at: new Date("2026-01-05"), change: set }]);
    await importRows(db, "mapped", [{ handle: "mia", email: "second@example.com" }]);
    expect((await mia()).email).toBe("own@example.com");
    expect(await alternatives("email")).toEqual(["first@example.com", "second@example.com"]);
    const release = { kind: "release" as const, field: "email" as const };
    await makeEdits(db, [{ ...edit, _id: "e2", at: new Date("2026-01-06"), change: release }]);
    expect((await mia()).email).toBe("first@example.com");
  });
});

describe("a creator's phone", () => {
  it("is a full number before a masked one that came first and fits it; the mask is no alternative", async () => {
    await importRows(db, "phones", [{ handle: "mia", phone: "(+1)832*****59" }]);
    expect(await mia()).toMatchObject({ phone: "+1832*****59", phoneVerified: false });
    await importRows(db, "euka", [{ handle: "mia", phone: "+1 832 555 0159" }]);
    expect(await mia()).toMatchObject({ phone: "+18325550159", phoneVerified: true });
    expect(await alternatives("phone")).toEqual([]);
  });

  it("is the full number also where it does not fit the mask, which stays an alternative", async () => {
    await importRows(db, "phones", [{ handle: "mia", phone: "(+1)832*****59" }]);
    await importRows(db, "euka", [{ handle: "mia", phone: "+1 713 555 0102" }]);
    expect((await mia()).phone).toBe("+17135550102");
    expect(await alternatives("phone")).toEqual(["+1832*****59"]);
  });
});

describe("a creator's name", () => {
  it("is from columns of its own before a recipient's name that was split", async () => {
    await importRows(db, "samples", [{ orderId: "5001", skuId: "801", handle: "mia", recipient: "Ana Ruiz" }]);
    await importRows(db, "phones", [{ handle: "mia", first: "Mia", last: "Diaz" }]);
    expect(await mia()).toMatchObject({ firstName: "Mia", lastName: "Diaz" });
    expect(await alternatives("name")).toEqual([{ first: "Ana", last: "Ruiz" }]);
  });

  it("is complete before a part, also where the part is from a column of its own", async () => {
    await importRows(db, "phones", [{ handle: "mia", first: "Mimi", recipient: "Mia Diaz" }]);
    expect(await mia()).toMatchObject({ firstName: "Mia", lastName: "Diaz" });
    expect(await alternatives("name")).toEqual([{ first: "Mimi" }]);
  });
});

describe("a creator's address", () => {
  it("is complete before a part that came first; a part that it contains is no alternative", async () => {
    await importRows(db, "samples", [{ orderId: "5001", skuId: "801", handle: "mia", city: "Austin", state: "TX" }]);
    expect((await mia()).city).toBe("Austin");
    await importRows(db, "euka", [{ handle: "mia", address: "1 Oak St, Austin, TX 78701" }]);
    expect((await mia()).address).toMatchObject({ line1: "1 Oak St", zip: "78701" });
    expect(await alternatives("address")).toEqual([]);
  });
});

describe("files given together", () => {
  it("are accepted in the order of their sources, whatever order they were named in", async () => {
    const files = [
      await inspectText(db, "mapped", csvOf("mapped", [{ handle: "mia", email: "mapped@example.com" }])),
      await inspectText(db, "samples", csvOf("samples", [{ orderId: "5001", skuId: "801", handle: "mia" }])),
      await inspectText(db, "euka", csvOf("euka", [{ handle: "mia", email: "euka@example.com" }])),
      await inspectText(db, "products", csvOf("products", [{ productId: "900", name: "Glow Serum" }])),
    ];
    const outcomes = await importFiles(db, files, byTester);
    const seqs = outcomes.map((outcome) => ("record" in outcome ? outcome.record.seq : undefined));
    expect(seqs).toEqual([4, 3, 2, 1]);
    expect((await mia()).email).toBe("euka@example.com");
  });

  it("are accepted by their content where their source is the same", async () => {
    const emails = ["a@example.com", "b@example.com", "c@example.com"];
    const current = [];
    for (const order of [emails, [...emails].reverse()]) {
      await emptyDatabase(db);
      const files = order.map((email) => inspectText(db, "euka", csvOf("euka", [{ handle: "mia", email }])));
      await importFiles(db, await Promise.all(files), byTester);
      current.push((await mia()).email);
    }
    expect(current[0]).toBe(current[1]);
  });
});
