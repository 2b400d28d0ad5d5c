import { beforeAll, describe, expect, it } from "vitest";
import { notifySlack } from "../../../bot/notify/notify-slack.js";
import type { PageMessage } from "../../../bot/workspace/wire.js";
import { EXPORT_LIST } from "../../../core/queue/index.js";
import { findSegment } from "../../../core/segments/index.js";
import { exportList } from "../../../jobs/export-list.js";
import { testDatabase } from "../../support/database.js";
import { importRows } from "../../support/make-imports.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";
import { takeInCreators } from "./creators.js";
import { tableIn, textsOf } from "./texts.js";

const db = testDatabase();
const slack = testSlack(db);
takeInCreators(db);

beforeAll(() => {
  const context = { db, log: slack.bot.log, now: slack.bot.now, notify: notifySlack(db, slack.client) };
  slack.runs(EXPORT_LIST, (payload) => exportList.run(payload, context));
});

const ada = () => slack.as(ADA);
const vic = () => slack.as(VIC);

function only(messages: readonly PageMessage[]): PageMessage {
  const [message] = messages;
  if (message === undefined || messages.length > 1) throw new Error(`${messages.length} messages`);
  return message;
}

const creatorsIn = (message: PageMessage | undefined): string[] =>
  tableIn(message?.blocks).map(([first = ""]) => first);

describe("/creator find", () => {
  it("lists whom a query finds in a table, in its order", async () => {
    const { messages, troubles } = await ada().command("/creator find gmv:>10 sort:gmv");
    expect(troubles).toEqual([]);
    const message = only(messages);
    expect(message.onlyFor).toBe(ADA);
    expect(message.text).toBe("3 creators of Default");
    expect(creatorsIn(message)).toEqual(["Creator", "@noah_fit", "@mia.glow", "@mia.shine"]);
  });

  it("opens a creator from the menu below", async () => {
    const found = only((await ada().command("/creator find gmv:>10")).messages);
    const chosen = { selected_option: { value: "default @mia.shine" } };
    const { messages } = await ada().click(found, "open-found", { chosen });
    expect(textsOf(messages.at(-1)?.blocks)).toContain("shine@example.com");
  });

  it("marks the place of a mistake and asks again with the right word", async () => {
    const wrong = only((await ada().command("/creator find bagde:gold handle:mia")).messages);
    expect(textsOf(wrong.blocks)).toContain("bagde:gold handle:mia\n^^^^^");
    const { messages } = await ada().click(wrong, "find-mended");
    expect(textsOf(messages[0]?.blocks)).toContain("badge:gold handle:mia");
  });

  it("marks a name that there is not", async () => {
    const wrong = only((await ada().command("/creator find segment:nothing")).messages);
    expect(textsOf(wrong.blocks)).toContain("^^^");
  });

  it("says that nobody fits", async () => {
    const { messages } = await ada().command("/creator find gmv:>1b");
    expect(only(messages).text).toBe("No creators of Default match.");
  });

  it("finds those of a segment", async () => {
    const found = only((await ada().command("/creator find handle:mia")).messages);
    const { views } = await ada().click(found, "find-save");
    const form = views.at(-1);
    if (!form) throw new Error("no form");
    expect(textsOf(form.blocks)).toContain("handle:mia");
    await ada().submit(form, { name: "Mias" });
    expect((await findSegment(db, "mias")).query).toBe("handle:mia");
    const { messages } = await ada().command("/creator find segment:mias sort:gmv");
    expect(creatorsIn(only(messages))).toEqual(["Creator", "@mia.glow", "@mia.shine"]);
  });

  it("changes the order in place", async () => {
    const found = only((await ada().command("/creator find gmv:>10")).messages);
    const { views } = await ada().click(found, "find-change");
    const form = views.at(-1);
    if (!form) throw new Error("no form");
    const { messages } = await ada().submit(form, {
      query: "gmv:>10 sort:gmv",
      sort: { selected_option: { text: { type: "plain_text", text: "GMV" }, value: "gmv -asc" } },
    });
    const changed = only(messages);
    expect(changed.ts).toBe(found.ts);
    expect(creatorsIn(changed)).toEqual(["Creator", "@mia.shine", "@mia.glow", "@noah_fit"]);
  });

  it("says at the query what is wrong with it", async () => {
    const found = only((await ada().command("/creator find gmv:>10")).messages);
    const { views } = await ada().click(found, "find-change");
    const form = views.at(-1);
    if (!form) throw new Error("no form");
    const { errors } = await ada().submit(form, { query: "gmvv:>10" });
    expect(errors?.query).toContain('Did you mean "gmv:"?');
    await ada().close(form);
  });

  it("exports to the person's messages, contacts masked for viewers", async () => {
    const found = only((await vic().command("/creator find handle:mia.shine")).messages);
    const { messages } = await vic().click(found, "find-export");
    const file = messages.flatMap(({ files = [] }) => files)[0];
    expect(messages.find(({ files }) => files)?.text).toBe("1 creator of a list. Contacts are masked.");
    expect(messages.map(({ text }) => text)).toContain(
      "The file with 1 row is in your messages with Roster. Contacts are masked.",
    );
    const csv = await (await fetch(new URL(file?.url ?? "", slack.url))).text();
    expect(csv).toContain("mia.shine");
    expect(csv).toContain("s***@e***.com");
    expect(csv).not.toContain("shine@example.com");
  });

  it("offers viewers nothing that changes", async () => {
    const found = only((await vic().command("/creator find handle:mia")).messages);
    expect(textsOf(found.blocks)).not.toContain("Tag all");
    expect(textsOf(found.blocks)).not.toContain("Save as segment");
  });

  it("refuses viewers who ask for contacts", async () => {
    const { messages } = await vic().command("/creator find email:gmail");
    expect(only(messages).blocks ?? []).not.toContainEqual(expect.objectContaining({ type: "data_table" }));
    expect(only(messages).text).not.toContain("creators of Default");
  });

  it("turns pages of a hundred", async () => {
    const rows = Array.from({ length: 120 }, (_, at) => ({ handle: `page.${String(at).padStart(3, "0")}` }));
    await importRows(db, "euka", rows, { name: "many.csv" });
    const found = only((await ada().command("/creator find handle:page. sort:handle")).messages);
    expect(found.text).toBe("120 creators of Default");
    expect(creatorsIn(found)).toHaveLength(101);
    const next = only((await ada().click(found, "find-next")).messages);
    expect(next.ts).toBe(found.ts);
    expect(creatorsIn(next).slice(1, 3)).toEqual(["@page.100", "@page.101"]);
    expect(textsOf(next.blocks)).toContain("Rows 101 to 120 of 120.");
    const first = only((await ada().click(next, "find-first")).messages);
    expect(creatorsIn(first)[1]).toBe("@page.000");
  });
});

describe("/creator samples and videos", () => {
  it("lists those of one creator", async () => {
    const { messages } = await ada().command("/creator samples @mia.glow");
    expect(only(messages).text).toBe("1 sample of @mia.glow");
    expect(tableIn(only(messages).blocks)[1]).toContain("Glow Serum");
  });

  it("lists those that a query finds", async () => {
    const { messages } = await ada().command("/creator videos gmv:>100");
    expect(only(messages).text).toBe("1 video of Default");
    expect(tableIn(only(messages).blocks)[1]).toContain("$300.00");
  });
});
