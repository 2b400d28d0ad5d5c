import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { importRows, makeBrands } from "../../support/make-imports.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";
import { takeInCreators } from "./creators.js";
import { textsOf } from "./texts.js";

const db = testDatabase();
const slack = testSlack(db);
takeInCreators(db);

const ada = () => slack.as(ADA);
const vic = () => slack.as(VIC);

describe("/creator lookup", () => {
  it("shows the card of a creator to the person alone", async () => {
    const { messages, troubles } = await ada().command("/creator lookup @mia.glow");
    expect(troubles).toEqual([]);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.onlyFor).toBe(ADA);
    const texts = textsOf(messages[0]?.blocks);
    for (const known of [
      "@mia.glow",
      "Mia Cruz",
      "mia@example.com",
      "+18325550159",
      "$1,234.50",
      "Glow Serum",
      "$300.00",
    ]) {
      expect(texts).toContain(known);
    }
  });

  it("says of a figure what it sums over and where it is from", async () => {
    const { messages } = await ada().command("/creator mia.glow");
    expect(textsOf(messages[0]?.blocks)).toContain("lifetime, euka, 2026-02-01");
  });

  it("leaves the words of files without any power", async () => {
    const { messages } = await ada().command("/creator @mia.glow");
    expect(textsOf(messages[0]?.blocks)).toContain("Unboxing *the* <!channel> serum");
    expect(JSON.stringify(messages[0]?.blocks)).not.toContain("mrkdwn");
  });

  it("takes a bare name, and opens one of several by its button", async () => {
    const { messages } = await ada().command("/creator mia");
    expect(messages[0]?.text).toContain("2 creators");
    const [message] = messages;
    if (!message) throw new Error("no answer");
    const opened = await ada().click(message, "open-creator", { value: '{"who":"@mia.shine","brand":"default"}' });
    expect(textsOf(opened.messages.at(-1)?.blocks)).toContain("shine@example.com");
  });

  it("names the nearest where nobody is called so", async () => {
    const { messages } = await ada().command("/creator lookup @mia.glwo");
    expect(messages[0]?.text).toContain("knows nobody");
    expect(textsOf(messages[0]?.blocks)).toContain("@mia.glow");
  });

  it("names the other brands that work with a creator", async () => {
    const { rosy } = await makeBrands(db);
    await importRows(db, "euka", [{ handle: "rosie.only", email: "rosie@example.com" }], { brand: rosy });
    const [message] = (await ada().command("/creator @rosie.only")).messages;
    expect(textsOf(message?.blocks)).toContain("Rosy works with @rosie.only");
    if (!message) return;
    const opened = await ada().click(message, "open-creator");
    expect(textsOf(opened.messages.at(-1)?.blocks)).toContain("rosie@example.com");
  });

  it("asks whether a mistyped word was a command, and does it", async () => {
    const { messages } = await ada().command("/creator findd gmv:>5k");
    const [message] = messages;
    if (!message) throw new Error("no answer");
    expect(message.text).toContain("Did you mean /creator find gmv:&gt;5k");
    const done = await ada().click(message, "try-command-meant");
    expect(textsOf(done.messages.at(-1)?.blocks)).toContain("@noah_fit");
  });

  it("shows viewers contacts masked, and no buttons that change anything", async () => {
    const { messages } = await vic().command("/creator @mia.glow");
    const texts = textsOf(messages[0]?.blocks);
    expect(texts).toContain("m***@e***.com");
    expect(texts).toContain("+1832*****59");
    expect(JSON.stringify(messages)).not.toContain("mia@example.com");
    expect(texts).toContain("Where from");
    expect(texts).not.toContain("Log a TikTok DM");
  });

  it("finds viewers nobody by an e-mail address", async () => {
    const { messages } = await vic().command("/creator shine@example.com");
    expect(messages[0]?.text).toContain("knows nobody");
  });

  it("shares the card with the channel, without contacts, notes and what other brands know", async () => {
    const { rosy } = await makeBrands(db);
    await importRows(db, "euka", [{ handle: "mia.glow" }], { brand: rosy });
    await ada().command("/creator note @mia.glow ask for the rose shade");
    const card = await ada().command("/creator @mia.glow");
    const [message] = card.messages;
    if (!message) throw new Error("no answer");
    const { messages } = await ada().click(message, "share-creator");
    const shared = messages.find(({ onlyFor }) => onlyFor === undefined);
    expect(textsOf(message.blocks)).toMatch(/rose shade.*Rosy|Rosy.*rose shade/s);
    expect(textsOf(shared?.blocks)).toContain("Shared by");
    expect(JSON.stringify(shared)).not.toMatch(/rose shade|Rosy/);
    expect(JSON.stringify(shared)).not.toContain("example.com");
    expect(JSON.stringify(shared)).not.toContain("8325550159");
    expect((await vic().messages()).map(({ ts }) => ts)).toContain(shared?.ts);
  });
});
