import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchSlackFile } from "../../../bot/notify/fetch-slack-file.js";
import { notifySlack } from "../../../bot/notify/notify-slack.js";
import type { PageMessage } from "../../../bot/workspace/wire.js";
import { IMPORT_DROP, type JobDefinition, READ_DROP, UNDO_IMPORTS } from "../../../core/queue/index.js";
import { importDroppedFiles } from "../../../jobs/import-drop.js";
import type { Job, JobContext } from "../../../jobs/job.js";
import { readDroppedFiles } from "../../../jobs/read-drop.js";
import { undoAskedImports } from "../../../jobs/undo-imports.js";
import { testDatabase } from "../../support/database.js";
import { csvOf } from "../../support/make.js";
import { emptyDatabase, makeBrands } from "../../support/make-imports.js";
import { ADA, TOKEN, testSlack, VIC } from "../../support/slack.js";

const db = testDatabase();
const slack = testSlack(db);

const euka = (...rows: { handle: string; email?: string }[]) => csvOf("euka", rows);
const MIA = euka({ handle: "mia.glow", email: "mia@example.com" }, { handle: "not a handle" });

/** Does the jobs as the worker does; the turns of updates are free again before each. */
function work(): void {
  const context: JobContext = {
    ...{ db, log: slack.bot.log, now: slack.bot.now },
    ...{ notify: notifySlack(db, slack.client), fetchFile: fetchSlackFile(slack.client, TOKEN) },
  };
  const runs = <P>(definition: JobDefinition<P>, job: Job<P>) =>
    slack.runs(definition, async (payload) => {
      await db.collection("turns").deleteMany({});
      await job.run(payload, context);
    });
  runs(READ_DROP, readDroppedFiles);
  runs(IMPORT_DROP, importDroppedFiles);
  runs(UNDO_IMPORTS, undoAskedImports);
}

const textOf = (message: PageMessage | undefined) => JSON.stringify([message?.text, message?.blocks]);

beforeEach(async () => {
  await makeBrands(db);
  await emptyDatabase(db);
  await db.collection("workspaceMessages").deleteMany({});
  work();
});

afterEach(() => {
  expect(slack.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
});

const ada = () => slack.as(ADA);

async function dropped(files: { name: string; content: string }[], caption = "for Default"): Promise<PageMessage> {
  const { messages, troubles } = await ada().drop(files, caption);
  expect(troubles).toEqual([]);
  const [message] = messages;
  if (message === undefined || messages.length > 1) throw new Error(`${messages.length} answers`);
  return message;
}

describe("a file dropped", () => {
  it("is previewed in its thread, imported by a button, and undone by another, in one message", async () => {
    const preview = await dropped([{ name: "euka.csv", content: MIA }]);
    expect(preview.threadTs).toBeDefined();
    expect(textOf(preview)).toMatch(
      /nothing is taken in yet.*Euka contacts, 2 rows.*Creators: 1 new.*Rejected: 1 row.*line 3/,
    );

    const { messages } = await ada().click(preview, "drop-import");
    const [result, upload] = messages;
    expect(result?.ts).toBe(preview.ts);
    expect(textOf(result)).toMatch(/Imported for Default.*import 1, 2 rows.*Creators: 1 new/);
    expect(upload?.files?.map(({ name }) => name)).toEqual(["euka.rejected.csv"]);
    expect(upload?.threadTs).toBe(preview.threadTs);

    const fresh = await ada().click(result as PageMessage, "drop-new");
    expect(textOf(fresh.messages[0])).toContain("@mia.glow");
    expect(fresh.messages[0]?.onlyFor).toBe(ADA);

    const { views } = await ada().click(result as PageMessage, "drop-undo");
    expect(JSON.stringify(views)).toContain("would take back or change 1 creator");
    const undone = await ada().submit(views.at(-1) as (typeof views)[number]);
    expect(undone.messages[0]?.ts).toBe(preview.ts);
    expect(textOf(undone.messages[0])).toMatch(/Imported for Default, and undone.*import 1, undone on/);
    expect(await db.collection("creators").countDocuments()).toBe(0);
  });

  it("shows all of its new creators, a page at a time", async () => {
    await ada().click(await dropped([{ name: "one.csv", content: euka({ handle: "before" }) }]), "drop-import");
    const handles = Array.from({ length: 45 }, (_, at) => `new.${String(at).padStart(2, "0")}`);
    const both = await dropped([
      { name: "first.csv", content: euka({ handle: "before" }, ...handles.map((handle) => ({ handle }))) },
      { name: "second.csv", content: csvOf("phones", [{ handle: "new.03", first: "Nia" }, { handle: "only.here" }]) },
    ]);
    const [result] = (await ada().click(both, "drop-import")).messages;
    const seen: string[] = [];
    let [page] = (await ada().click(result as PageMessage, "drop-new")).messages;
    const first = page?.ts;
    // Beside the button that was pressed, not at the root of the channel.
    expect([page?.threadTs, result?.threadTs]).toEqual([expect.any(String), page?.threadTs]);
    for (let turns = 0; ; turns += 1) {
      seen.push(...(textOf(page).match(/@(?:new\.\d\d|only\.here|before)/g) ?? []));
      if (!textOf(page).includes("drop-new-next") || turns > 5) break;
      [page] = (await ada().click(page as PageMessage, "drop-new-next")).messages;
      expect(page?.ts).toBe(first);
    }
    expect([...new Set(seen)].sort()).toEqual([...handles, "only.here"].map((handle) => `@${handle}`).sort());
    const [again] = (await ada().click(page as PageMessage, "drop-new-first")).messages;
    expect(textOf(again)).toContain("1 to 20.");
  });

  it("says when its caption names a brand that there is not, until a brand is chosen", async () => {
    const asking = await dropped([{ name: "euka.csv", content: MIA }], "for Rosi, please");
    expect(asking.text).toBe("Which brand is this file for?");
    expect(textOf(asking)).toMatch(/No brand is called \\"Rosi\\"\. Did you mean Rosy\?/);
    const chosen = { selected_option: { text: { type: "plain_text", text: "Rosy" }, value: "rosy" } };
    const [chosenOne] = (await ada().click(asking, "drop-brand", { chosen })).messages;
    expect(chosenOne?.text).toBe("1 file for Rosy: nothing is taken in yet");
    expect(textOf(chosenOne)).not.toContain("No brand is called");
  });

  it("is imported once when two people press at once, and both see it", async () => {
    const editor = {
      name: "Vic",
      rights: [{ brandId: "all", role: "editor" }],
      addedAt: new Date(),
      addedBy: ADA,
      rev: 1,
    };
    await db.collection<{ _id: string }>("people").insertOne({ _id: VIC, ...editor });
    const preview = await dropped([{ name: "euka.csv", content: MIA }]);
    const before = slack.queued.length;
    await Promise.all([ada().click(preview, "drop-import"), slack.as(VIC).click(preview, "drop-import")]);
    expect(slack.queued.slice(before).map(({ name }) => name)).toEqual([IMPORT_DROP.name]);
    expect(await db.collection("imports").countDocuments()).toBe(1);
    const [now] = (await ada().messages()).filter(({ ts }) => ts === preview.ts);
    expect(now?.text).toBe("Imported for Default");
  });

  it("is left alone when it is no table", async () => {
    const { messages } = await ada().drop([
      { name: "team.png", content: "\u0089PNG" },
      { name: "notes.txt", content: "hi" },
    ]);
    expect(messages).toEqual([]);
  });

  it("is refused to a viewer, who alone reads why", async () => {
    const { messages } = await slack.as(VIC).drop([{ name: "euka.csv", content: MIA }], "for Default");
    expect(messages).toEqual([
      expect.objectContaining({ onlyFor: VIC, text: expect.stringContaining("may not change") }),
    ]);
    expect(await db.collection("drops").countDocuments()).toBe(0);
  });

  it("asks which brand it is for, and goes on when one is chosen", async () => {
    const asking = await dropped([{ name: "euka.csv", content: MIA }], "");
    expect(asking.text).toBe("Which brand is this file for?");
    const chosen = { selected_option: { text: { type: "plain_text", text: "Rosy" }, value: "rosy" } };
    const { messages } = await ada().click(asking, "drop-brand", { chosen });
    expect(messages[0]?.text).toBe("1 file for Rosy: nothing is taken in yet");
  });

  it("can be cancelled, and is then not imported by a button that still stands somewhere", async () => {
    const preview = await dropped([{ name: "euka.csv", content: MIA }]);
    const { messages } = await ada().click(preview, "drop-cancel");
    expect(messages[0]?.text).toContain("Cancelled: nothing of this file was taken in");
    expect(messages[0]?.blocks?.some(({ type }) => type === "actions")).toBe(false);
  });

  it("says when and by whom it was taken in before", async () => {
    await ada().click(await dropped([{ name: "euka.csv", content: MIA }]), "drop-import");
    const again = await dropped([{ name: "again.csv", content: MIA }]);
    expect(textOf(again)).toMatch(/again\.csv.*taken in before.*Import 1, \d{4}-\d\d-\d\d/);
    expect(JSON.stringify(again.blocks)).not.toContain("drop-import");
  });

  it("is mapped in a form when nobody knows it, and known the next time", async () => {
    const content = "Who,Mail\n@mia,mia@example.com\n@zoe,zoe@example.com\n";
    const unknown = await dropped([{ name: "our list.csv", content }]);
    expect(textOf(unknown)).toContain("a table that Roster does not know");
    const { views } = await ada().click(unknown, "drop-map-0");
    const form = views.at(-1) as (typeof views)[number];
    expect(JSON.stringify(form)).toContain("Such as: @mia  |  @zoe");
    const { messages } = await ada().submit(form, { name: "our list" });
    expect(textOf(messages[0])).toContain('\\"our list\\", 2 rows');
    const next = await dropped([{ name: "next.csv", content: "Mail,Who\nann@example.com,@ann\n" }]);
    expect(textOf(next)).toContain('\\"our list\\", 1 row');
  });

  it("is not offered for mapping when it is a broken download", async () => {
    const broken = await dropped([{ name: "list.xlsx", content: "Service Unavailable\n" }]);
    expect(textOf(broken)).toMatch(/list\.xlsx.*not taken in.*is none/);
    expect(textOf(broken)).not.toContain("Map columns");
  });

  it("says when none of its rows can be taken in", async () => {
    const preview = await dropped([{ name: "weird.csv", content: "Handle,Email\n=cmd|calc,x@example.com\n" }]);
    expect(textOf(preview)).toContain("None of its rows can be taken in.");
    expect(textOf(preview)).not.toContain("would change nothing");
  });

  it("calls nobody and formats nothing by its name", async () => {
    const preview = await dropped([{ name: "<!channel> *all* `x`.csv", content: MIA }]);
    expect(preview.text).not.toMatch(/<!|\*/);
    expect(JSON.stringify(preview.blocks)).not.toContain("mrkdwn");
  });

  it("shows nothing that is hidden in its name, also on a button", async () => {
    const unknown = await dropped([{ name: "list\u202Evsc.csv", content: "Foo,Bar\na,b\n" }]);
    expect(textOf(unknown)).toContain("Map columns of listvsc.csv");
    expect(textOf(unknown)).not.toMatch(/\u202e|\\u202e/i);
  });
});

describe("/creator import", () => {
  it("lists what was taken in, newest first, with an undo that tells", async () => {
    await ada().click(await dropped([{ name: "one.csv", content: MIA }]), "drop-import");
    await ada().click(await dropped([{ name: "two.csv", content: euka({ handle: "zoe" }) }]), "drop-import");
    const { messages } = await ada().command("/creator import");
    expect(textOf(messages[0])).toMatch(/two\.csv.*one\.csv/);
    const { views } = await ada().click(messages[0] as PageMessage, "import-undo-1");
    await ada().submit(views.at(-1) as (typeof views)[number]);
    expect(await db.collection("imports").distinct("status")).toEqual(["done", "undone"]);
  });

  it("says what to do when nothing was taken in", async () => {
    const { messages } = await ada().command("/creator import");
    expect(messages[0]?.text).toContain("Drop a CSV or XLSX export");
  });
});
