import { beforeEach, describe, expect, it } from "vitest";
import { HELP_TOPICS, helpBlocks } from "../../../bot/blocks/help.js";
import { addBrand, brandOfPlace } from "../../../core/brands/index.js";
import { parseQuery } from "../../../core/query/index.js";
import { asOwner } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, CREATORS, GENERAL, testSlack, VIC } from "../../support/slack.js";
import { clearRoster, textOf } from "./support.js";

const db = testDatabase();
const slack = testSlack(db);
const ada = () => slack.as(ADA);
const vic = () => slack.as(VIC);

beforeEach(async () => {
  await clearRoster(db);
  await addBrand(db, { slug: "glow", name: "Glow <!channel>" }, asOwner(new Date()));
});

describe("/creator brand", () => {
  it("binds the channel that it is typed in, and no other", async () => {
    const { messages } = await ada().command("/creator brand glow");
    expect(textOf(messages)).toContain("works for Glow");
    expect(textOf(messages)).not.toContain("<!channel>");
    expect((await brandOfPlace(db, `slack:${CREATORS}`))?.slug).toBe("glow");
    expect(await brandOfPlace(db, `slack:${GENERAL}`)).toBeUndefined();
  });

  it("offers the brands, and answers in place of the question", async () => {
    const { messages } = await ada().command("/creator brand");
    const [question] = messages;
    if (!question) throw new Error("no question");
    const chosen = { selected_option: { text: { type: "plain_text", text: "Glow" }, value: "glow" } };
    await ada().click(question, "bind-brand", { chosen });
    expect((await brandOfPlace(db, `slack:${CREATORS}`))?.slug).toBe("glow");
  });

  it("shows viewers the brand, and lets them choose none", async () => {
    const { messages } = await vic().command("/creator brand");
    expect(JSON.stringify(messages)).not.toContain("bind-brand");
    expect(textOf((await vic().command("/creator brand glow")).messages)).toContain("You may not");
    expect(textOf((await ada().command("/creator brand glew")).messages)).toContain("glow");
  });
});

describe("/creator help", () => {
  it("turns to another topic in its own place", async () => {
    const { messages } = await ada().command("/creator help");
    const [first] = messages;
    if (!first) throw new Error("no help");
    const turned = await ada().click(first, "help-find");
    expect(turned.messages).toHaveLength(1);
    expect(textOf(turned.messages)).toContain("is:ghosting");
  });

  it("teaches queries that are right", () => {
    const said = HELP_TOPICS.flatMap((topic) => JSON.stringify(helpBlocks(topic, { canTry: true })));
    const asked = [...said.join().matchAll(/"\\"find ([^"]+?)\\""/g)].map(([, query = ""]) => query);
    expect(asked.length).toBeGreaterThan(2);
    for (const query of asked) expect(parseQuery(query, "creators")).toMatchObject({ ok: true });
  });

  it("tries an example by its button", async () => {
    const { messages } = await ada().command("/creator help segments");
    const [page] = messages;
    if (!page) throw new Error("no help");
    const tried = await ada().click(page, "try-command-0");
    expect(textOf(tried.messages)).toContain("No segments yet");
  });
});

describe("/creator people", () => {
  it("lists people with their roles to admins only", async () => {
    const refused = await vic().command("/creator people");
    expect(textOf(refused.messages)).toContain("Only admins");
    const { messages } = await ada().command("/creator people");
    expect(JSON.stringify(messages)).toContain(`change-role:${VIC}`);
  });
});
