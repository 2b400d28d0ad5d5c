import { beforeAll, describe, expect, it } from "vitest";
import { placeOf } from "../../../bot/asked.js";
import { notifySlack } from "../../../bot/notify/notify-slack.js";
import { addPerson, changePerson } from "../../../core/access/index.js";
import { newBatchId } from "../../../core/edits/index.js";
import { listRecords } from "../../../core/lists/index.js";
import { TAG_MANY, UNDO_BATCH } from "../../../core/queue/index.js";
import { tagMany } from "../../../jobs/tag-many.js";
import { undoAskedBatch } from "../../../jobs/undo-batch.js";
import { asOwner, OWNER } from "../../support/as-owner.js";
import { testDatabase } from "../../support/database.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";
import { takeInCreators } from "./creators.js";
import { textsOf } from "./texts.js";

const db = testDatabase();
const slack = testSlack(db);
takeInCreators(db);

const ada = () => slack.as(ADA);

const context = () => ({ db, log: slack.bot.log, now: slack.bot.now, notify: notifySlack(db, slack.client) });

beforeAll(() => {
  slack.runs(TAG_MANY, (payload) => tagMany.run(payload, context()));
  slack.runs(UNDO_BATCH, (payload) => undoAskedBatch.run(payload, context()));
});

async function tagged(tag: string): Promise<(string | undefined)[]> {
  const asked = {
    query: `tag:${tag} sort:handle`,
    brandId: "default",
    actor: OWNER,
    zone: "UTC",
    now: new Date(),
    limit: 10,
  };
  const { rows } = await listRecords(db, { list: "creators", ...asked });
  return rows.map(({ handle }) => handle);
}

describe("/creator tag", () => {
  it("says how many there are and changes nothing before it is told to", async () => {
    const [question] = (await ada().command("/creator tag handle:mia -handle:mia.shine +vip -cold")).messages;
    expect(question?.text).toBe("+vip -cold for 1 creator of Default?");
    expect(textsOf(question?.blocks)).toContain("@mia.glow");
    expect(await tagged("vip")).toEqual([]);
    if (!question) return;
    const { deleted } = await ada().click(question, "leave-it");
    expect(deleted).toContain(question.ts);
  });

  it("tags them as one change, and takes it back", async () => {
    const [question] = (await ada().command('/creator tag handle:mia +vip +"summer launch"')).messages;
    if (!question) throw new Error("no question");
    const [done] = (await ada().click(question, "tag-many")).messages;
    expect(done?.ts).toBe(question.ts);
    expect(done?.text).toBe("+summer launch +vip for 2 creators.");
    expect(await tagged("vip")).toEqual(["mia.glow", "mia.shine"]);
    if (!done) return;
    const [undone] = (await ada().click(done, "undo-batch")).messages;
    expect(undone?.text).toBe("Taken back for 2 creators.");
    expect(await tagged("vip")).toEqual([]);
  });

  it("says in a message of its own what became of it, where the question can be answered no more", async () => {
    const batch = await newBatchId(db);
    const answer = { reply: `${slack.url}/no-such-response`, replace: true, place: placeOf(ADA) };
    const by = { id: ADA, via: "slack" as const };
    await tagMany.run(
      {
        ...{ batch, query: "handle:mia", brand: "default", tags: { add: ["late"], remove: [] } },
        ...{ by, answer },
      },
      context(),
    );
    const { messages } = await ada().state();
    expect(messages.filter(({ text }) => text === "+late for 2 creators.")).toHaveLength(1);
    expect(await tagged("late")).toHaveLength(2);
  });

  it("says why it stopped", async () => {
    const [question] = (await ada().command("/creator tag handle:noah +brief")).messages;
    if (!question) throw new Error("no question");
    await addPerson(db, { id: "other-owner", role: "admin" }, asOwner(new Date()));
    await changePerson(db, ADA, { role: "viewer" }, asOwner(new Date()));
    const { messages } = await ada().click(question, "tag-many");
    expect(JSON.stringify(messages)).toContain("You may not change");
    await changePerson(db, ADA, { role: "admin" }, asOwner(new Date()));
    expect(await tagged("brief")).toEqual([]);
  });

  it("tags one creator, named by the handle, at once", async () => {
    const { messages } = await ada().command("/creator tag @noah_fit +fit");
    expect(textsOf(messages[0]?.blocks)).toContain("fit");
    expect(await tagged("fit")).toEqual(["noah_fit"]);
  });

  it("says what it expected where no tags are", async () => {
    const { messages } = await ada().command("/creator tag handle:mia");
    expect(messages[0]?.text).toContain("+vip");
  });

  it("refuses viewers", async () => {
    const { messages } = await slack.as(VIC).command("/creator tag handle:mia +vip");
    expect(messages[0]?.text).toContain("You may not change");
  });
});

describe("a list's Tag all", () => {
  it("counts at the server, tags, and offers the undo", async () => {
    const [found] = (await ada().command("/creator find gmv:>100")).messages;
    if (!found) throw new Error("no list");
    const form = (await ada().click(found, "find-tag")).views.at(-1);
    expect(textsOf(form?.blocks)).toContain("2 creators fit");
    if (!form) return;
    const wrong = await ada().submit(form, { add: "" });
    expect(wrong.errors?.add).toContain("Expected tags");
    const { messages, views } = await ada().submit(form, { add: "Top, seller", remove: "fit" });
    expect(views).toEqual([]);
    expect(messages[0]?.text).toBe("+seller +top -fit for 2 creators.");
    expect(await tagged("top")).toEqual(["mia.glow", "noah_fit"]);
    expect(await tagged("fit")).toEqual([]);
  });
});
