import { beforeAll, describe, expect, it } from "vitest";
import { ownerActor } from "../../../core/access/actor.js";
import { addBrand } from "../../../core/brands/index.js";
import { editCreator, tagCreator } from "../../../core/edits/index.js";
import { creatorDetail, lookUp } from "../../../core/lookup/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { makeFile } from "../../bot/terminal/account.js";
import { asOwner, OWNER, VIEWER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";

const connection = testDatabase();
const DAY = "2026-03-01";
const acting = { actor: ownerActor("ana"), now: new Date("2026-03-05T10:00:00Z") };

const EUKA = `handle,email,phone,address,gmv
mia.glow,mia@example.com,(832) 555-0159,"12 Main St, Austin, TX 78701",100
ana.one,ana@example.com,,,
`;
const SAMPLES = `Order ID,Order Status,SKU ID,Buyer Username,Product Name,Quantity,Created Time
57600000000000001,Delivered,1729000000000000001,mia.glow,Glow Serum,2,2026-02-01
57600000000000002,Shipped,1729000000000000001,mia.glow,Glow Serum,1,2026-02-09
`;

async function importFile(name: string, content: string, ...more: string[]): Promise<void> {
  const result = await roster("import", makeFile(name, content), "--yes", "--as-of", DAY, ...more);
  expect(result.stderr + result.code).toMatch(/0$/);
}

async function detail(who: string, brandId = "default", actor = OWNER) {
  const found = await lookUp(connection, who, { brandId, actor });
  if (found.kind !== "one") throw new Error(`${who} is ${found.kind}`);
  return creatorDetail(connection, found.creator.id, { brandId, actor });
}

beforeAll(async () => {
  await ensureIndexes(connection);
  await addBrand(connection, { slug: "dew", name: "Dew" }, asOwner(new Date()));
  await importFile("euka.csv", EUKA);
  await importFile("phones.csv", "Username,First Name,Last Name,Phone #\nmia.glow,Mía,Cruz,+1 832 555 0177\n");
  await importFile("again.csv", EUKA.replace("ana.one", "zoe"));
  await importFile("samples.csv", SAMPLES);
  await importFile("dew.csv", EUKA.replace(",100", ",25.50"), "--brand", "dew", "--window", "30");
});

describe("creatorDetail", () => {
  it("tells of each value where it is from, how many imports say the same, and what others say", async () => {
    const { sources, alternatives } = await detail("mia.glow");
    expect(sources.phone).toEqual([
      {
        value: "+18325550159",
        source: "euka",
        importId: "1",
        line: 2,
        at: expect.any(Date),
        current: true,
        support: 3,
      },
      {
        value: "+18325550177",
        source: "phones",
        importId: "2",
        line: 2,
        at: expect.any(Date),
        current: false,
        alternative: true,
        support: 1,
      },
    ]);
    expect(sources.name).toMatchObject([{ value: { first: "Mía", last: "Cruz" }, source: "phones", current: true }]);
    expect(alternatives).toBe(1);
  });

  it("tells of figures the source, the window and the day", async () => {
    const { sources } = await detail("mia.glow");
    expect(sources.gmvCents).toMatchObject([
      { value: 10_000, source: "euka", window: "unknown", asOf: DAY, brand: "default", current: true },
    ]);
  });

  it("has the figures of the brand asked, or those of all brands", async () => {
    expect(await detail("mia.glow", "dew")).toMatchObject({ gmvCents: 2_550, gmv30Cents: 2_550, samples: 0 });
    const all = await detail("mia.glow", "all");
    expect(all).toMatchObject({ gmvCents: 12_550, gmv30Cents: 2_550, samples: 2 });
    expect(all.brands).toMatchObject([
      { brand: "default", status: "active", gmvCents: 10_000, samples: 2 },
      { brand: "dew", name: "Dew", status: "active", gmvCents: 2_550, samples: 0 },
    ]);
  });

  it("has the newest samples first, and what figures were when", async () => {
    const { recent } = await detail("mia.glow");
    expect(recent.samples.map(({ orderId, status }) => `${orderId} ${status}`)).toEqual([
      "57600000000000002 shipped",
      "57600000000000001 delivered",
    ]);
    expect(recent.snapshots).toEqual([
      { source: "euka", window: "unknown", asOf: DAY, brand: "default", figures: { gmvCents: 10_000 } },
    ]);
    expect(recent).toMatchObject({ videos: [], communications: [] });
  });

  it("puts what a person set before what the sources say", async () => {
    await editCreator(connection, "ana.one", { email: "new@example.com" }, acting);
    const { email, sources } = await detail("ana.one");
    expect(email).toBe("new@example.com");
    expect(sources.email).toMatchObject([
      { value: "new@example.com", source: "person", by: "ana", at: acting.now, current: true },
      { value: "ana@example.com", source: "euka", current: false, support: 2 },
    ]);
  });

  it("shows what people wrote", async () => {
    await tagCreator(connection, "mia.glow", { add: ["vip"] }, acting);
    expect(await detail("mia.glow")).toMatchObject({ tags: ["vip"] });
  });

  it("masks contacts, those of other sources too, for those who see them masked", async () => {
    const shown = JSON.stringify(await detail("mia.glow", "default", VIEWER));
    expect(shown).not.toMatch(/mia@example|5550159|5550177|12 Main|78701/);
    expect(shown).toContain("Austin");
  });

  it("knows nothing of a creator of another brand", async () => {
    const { id } = await detail("ana.one");
    await expect(creatorDetail(connection, id, { brandId: "nobrand", actor: OWNER })).rejects.toMatchObject({
      code: "not-found",
    });
  });
});
