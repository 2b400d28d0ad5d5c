import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { roster } from "../../support/terminal.js";
import { importsOf, makeFile } from "./account.js";

const connection = testDatabase();

describe("roster brands", () => {
  it("begins with one brand, in the US", async () => {
    expect((await roster("brands")).stdout).toBe(
      ["Slug     Name     Currency  Country  Zone", "default  Default  USD       US       UTC", ""].join("\n"),
    );
  });

  it("adds a brand", async () => {
    const settings = ["slug=glow", "name=Glow", "currency=gbp", "country=GB", "zone=Europe/London"];
    const { code, stdout } = await roster("brands", "add", ...settings, "--json");
    expect(code).toBe(0);
    const glow = { slug: "glow", name: "Glow", currency: "GBP", country: "GB", zone: "Europe/London" };
    expect(JSON.parse(stdout)).toMatchObject(glow);
    expect(JSON.parse((await roster("brands", "--json")).stdout).brands).toEqual([
      expect.objectContaining({ slug: "default" }),
      expect.objectContaining(glow),
    ]);
  });

  it("changes a brand", async () => {
    const { code, stdout } = await roster("brands", "set", "glow", "currency=EUR");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^glow +Glow +EUR +GB +Europe\/London$/m);
    await roster("brands", "set", "glow", "currency=GBP");
  });

  it.each([
    ["add slug=glow", 1, /^There is a brand "glow" already\.\n$/],
    ["set glow slug=default", 1, /^There is a brand "default" already\.\n$/],
    ["set glwo currency=EUR", 1, /^There is no brand "glwo"\. The brands are: default, glow\.\n$/],
    ["add name=Glow", 2, /^Expected slug=… for a new brand\.\n$/],
    ["set glow currency=XYZ", 2, /^currency: expected a currency code such as USD or GBP\.\n$/],
    ["set glow zone=London", 2, /^zone: expected a time zone/],
    ["set glow colour=red", 2, /^There is no setting "colour"\. The settings are: slug, name, /],
    ["set glow currency", 2, /^Expected setting=value, such as currency=EUR; got "currency"\.\n$/],
    ["set glow", 2, /missing required argument/],
    ["delete glow", 2, /error: /],
  ])("refuses %s", async (line, code, words) => {
    const result = await roster("brands", ...line.split(" "));
    expect(result).toMatchObject({ code, stdout: "" });
    expect(result.stderr).toMatch(words);
  });
});

describe("roster import for two brands", () => {
  it("reads each file by its brand's settings, and keeps what each brand knows apart", async () => {
    const list = makeFile("list.csv", "username,emv\nmia,£12.50\n");
    const [uk] = importsOf(await roster("import", list, "--brand", "glow", "--json"));
    expect(uk).toMatchObject({ brand: "glow", status: "done", rejectedValues: 0, creators: { new: 1 } });
    const [us] = importsOf(await roster("import", list, "--json"));
    expect(us).toMatchObject({ brand: "default", status: "done", rejectedValues: 1, creators: { new: 0, known: 1 } });
    expect(await connection.collection("creators").countDocuments()).toBe(1);
    expect(await connection.collection("brandCreators").countDocuments()).toBe(2);
  });
});
