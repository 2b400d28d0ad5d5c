import { beforeAll, describe, expect, it } from "vitest";
import { addBrand } from "../../../core/brands/index.js";
import { lookUp } from "../../../core/lookup/index.js";
import { ensureIndexes } from "../../../core/models.js";
import { asOwner, OWNER, VIEWER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { seedCreators } from "../lists/seed-creators.js";
import { NOW } from "../query/seed-lists.js";

const connection = testDatabase();

beforeAll(async () => {
  await ensureIndexes(connection);
  await addBrand(connection, { slug: "uk", country: "GB" }, asOwner(NOW));
  await seedCreators(connection, [
    {
      _id: "mia",
      handles: ["mia.glow", "mia_old"],
      name: "Mía Martínez",
      firstName: "Mía",
      lastName: "Martínez",
      email: "hola@miaskin.com",
      phone: "+18325550159",
      gmvCents: 900,
    },
    { _id: "ana1", handles: ["ana.one"], name: "Ana Diaz", firstName: "Ana", lastName: "Díaz", gmvCents: 1 },
    { _id: "ana2", handles: ["xx.two"], name: "Ana Diaz", firstName: "Ana", lastName: "Díaz", gmvCents: 2 },
    { _id: "anna1", handles: ["xanna1"], name: "Anna", firstName: "Anna", gmvCents: 1 },
    { _id: "anna2", handles: ["yanna2"], name: "Anna Berg", firstName: "Anna", lastName: "Berg", gmvCents: 900 },
    { _id: "anna3", handles: ["zz_anna"], name: "Mary Jo", firstName: "Mary", lastName: "Jo", gmvCents: 5000 },
    { _id: "glow1", handles: ["glow.getter"], gmvCents: 5 },
    { _id: "glow2", handles: ["the_glow"], gmvCents: 50 },
    { _id: "digits", handles: ["8005550100"] },
  ]);
  await seedCreators(connection, [{ _id: "liz", handles: ["liz.uk"], phone: "+447911123456" }], "uk");
  await connection
    .collection<{ _id: string }>("creators")
    .updateOne(
      { _id: "mia" },
      { $set: { tiktokUserId: "7001234567890123456" }, $push: { keys: "#7001234567890123456" } as never },
    );
  const video = {
    videoId: "7310045632098765432",
    brandId: "default",
    creatorId: "mia",
    productIds: [],
    productNames: [],
    search: {},
    rev: 1,
  };
  await connection.collection<{ _id: string }>("videos").insertOne({ _id: "default:7310045632098765432", ...video });
});

async function found(who: string, brandId = "default", actor = OWNER): Promise<string> {
  const result = await lookUp(connection, who, { brandId, actor });
  if (result.kind === "one") return result.creator.id;
  if (result.kind === "several") return result.creators.map(({ id }) => id).join(" ");
  return `none, near ${result.nearest.map(({ id }) => id).join(" ")}`;
}

describe("lookUp", () => {
  it.each([
    ["mia.glow", "mia"],
    ["@Mia.GLOW", "mia"],
    ["  @@mia.glow ", "mia"],
    ["mia_old", "mia"],
    ["https://www.tiktok.com/@mia.glow?lang=en", "mia"],
    ["tiktok.com/@MIA.glow/video/7310045632098765432", "mia"],
    ["https://m.tiktok.com/v/7310045632098765432.html", "mia"],
    ["7310045632098765432", "mia"],
    ["7001234567890123456", "mia"],
    ["#7001234567890123456", "mia"],
    ["HOLA@miaskin.com", "mia"],
    ["(832) 555-0159", "mia"],
    ["+1 832 555 0159", "mia"],
    ["1-832-555-0159", "mia"],
    ["mía martínez", "mia"],
    ["MIA MARTINEZ", "mia"],
    ["martinez mia", "mia"],
    ["Martín", "mia"],
    ["miaskin", "mia"],
    ["a.gl", "mia"],
    ["8005550100", "digits"],
  ])("finds one by %s", async (who, id) => {
    expect(await found(who)).toBe(id);
    expect(await found(who, "all")).toBe(id);
  });

  it("lists several of one name, those with the most sales first", async () => {
    expect(await found("ana díaz")).toBe("ana2 ana1");
  });

  it("puts handles that begin with the letters before those that hold them, whatever they sell", async () => {
    expect(await found("glow")).toBe("glow1 mia glow2");
  });

  it.each([
    ["mai.glow", "mia"],
    ["mia.glwo", "mia"],
    ["miaglow", "mia"],
    ["glow.geter", "glow1"],
    ["Maria Martinez", "mia"],
  ])("offers for %s, whom nobody is, who is spelt most like it", async (who, id) => {
    expect(await found(who)).toMatch(new RegExp(`^none, near ${id}`));
  });

  it.each(["zzzzzzzzzzzz", "a".repeat(5_000), "(a+)+$", "$where"])("finds nobody for %j", async (who) => {
    expect(await found(who)).toMatch(/^none, near/);
  });

  it("puts who is called just that before those who are called so among other things, whatever they sell", async () => {
    expect(await found("anna")).toBe("anna1 anna2 anna3");
    expect(await found("ANNA")).toBe("anna1 anna2 anna3");
  });

  it.each([
    ["", /Expected somebody to look for: .* got nothing\./],
    ["  ", /got nothing/],
    ["???", /got "\?\?\?"/],
    [
      "https://vm.tiktok.com/ZMabc123/",
      /short link: only TikTok knows whom it leads to\. Open it, and copy the long link/,
    ],
    ["vt.tiktok.com/ZSabc/", /short link/],
    [" www.tiktok.com/t/ZTabc ", /short link/],
  ])("says what it needs for %j", async (who, say) => {
    await expect(found(who)).rejects.toMatchObject({ code: "wrong-input", say: expect.stringMatching(say) });
  });

  it("finds the creators of one brand only, by its country's numbers", async () => {
    expect(await found("liz.uk")).toMatch(/^none/);
    expect(await found("liz.uk", "uk")).toBe("liz");
    expect(await found("07911 123456", "uk")).toBe("liz");
    expect(await found("mia.glow", "uk")).toBe("none, near ");
  });

  it("finds nobody by a contact for those who see contacts masked", async () => {
    for (const who of ["hola@miaskin.com", "miaskin", "(832) 555-0159"]) {
      expect(await found(who, "default", VIEWER)).toMatch(/^none/);
    }
    const result = await lookUp(connection, "mia.glow", { brandId: "default", actor: VIEWER });
    expect(JSON.stringify(result)).not.toMatch(/miaskin|8325550159/);
  });
});

describe("of very many who fit", () => {
  it("shows some, and says that there are more than five hundred", async () => {
    await addBrand(connection, { slug: "crowd" }, asOwner(NOW));
    const crowd = Array.from({ length: 501 }, (_, at) => ({ _id: `z${at}`, handles: [`zed_${at}`], gmvCents: at }));
    await seedCreators(connection, crowd, "crowd");
    const result = await lookUp(connection, "zed", { brandId: "crowd", actor: OWNER });
    expect(result).toMatchObject({ kind: "several", total: 500, more: true });
    expect(await found("zed_100", "crowd")).toBe("z100");
    const fewer = await lookUp(connection, "zed_99", { brandId: "crowd", actor: OWNER });
    expect(fewer).toMatchObject({ kind: "one", creator: { id: "z99" } });
    expect(await lookUp(connection, "ed_49", { brandId: "crowd", actor: OWNER })).toMatchObject({ total: 11 });
  });
});
