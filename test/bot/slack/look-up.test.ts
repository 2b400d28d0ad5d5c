import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
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
    expect(texts).toContain("@mia.glow");
    expect(texts).toContain("Mia Cruz");
    expect(texts).toContain("mia@example.com");
    expect(texts).toContain("$1,234.50");
  });
});
