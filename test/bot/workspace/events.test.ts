import type { EnvelopedEvent } from "@slack/bolt";
import { describe, expect, it } from "vitest";
import { linksIn } from "../../../bot/workspace/acts/links-in.js";
import { testDatabase } from "../../support/database.js";
import { ADA, CREATORS, testSlack, VIC } from "../../support/slack.js";

interface Heard {
  body: EnvelopedEvent;
  again?: number;
}

const heard: Heard[] = [];
const LINK = "https://www.tiktok.com/@mia";

const slack = testSlack(testDatabase(), {
  listeners(app) {
    app.event("message", async ({ body, context }) => void heard.push({ body, again: context.retryNum }));
    app.event("link_shared", async ({ body, event, client }) => {
      heard.push({ body });
      const blocks = [{ type: "section" as const, text: { type: "plain_text" as const, text: "Mia" } }];
      await client.chat.unfurl({ channel: event.channel, ts: event.message_ts, unfurls: { [LINK]: { blocks } } });
    });
    app.event("app_home_opened", async ({ body }) => void heard.push({ body }));
  },
});

const last = () => heard.at(-1)?.body;

describe("postMessage", () => {
  it("tells the bot what was said", async () => {
    await slack.as(VIC).say("hello");
    expect(last()).toMatchObject({
      type: "event_callback",
      team_id: "T0ROSTER",
      event_id: expect.stringMatching(/^Ev/),
      event: { type: "message", user: VIC, text: "hello", channel: CREATORS, channel_type: "channel" },
    });
    expect(last()?.event).not.toHaveProperty("subtype");
  });

  it("tells of files with the text beside them", async () => {
    await slack
      .as(ADA)
      .drop([{ name: "Müller, July.csv", content: "handle\nmia\n" }], "for Glow", { channel: "D0ADA" });
    expect(last()?.event).toMatchObject({
      subtype: "file_share",
      text: "for Glow",
      channel_type: "im",
      files: [{ name: "Müller, July.csv", mimetype: "text/csv", filetype: "csv", size: 11, user: ADA }],
    });
  });

  it("tells of TikTok links, and shows what the bot unfurls", async () => {
    await slack.as(ADA).say(`look: ${LINK}, and https://example.com/@mia`);
    const shared = heard.find(({ body }) => body.event.type === "link_shared");
    expect(shared?.body.event).toMatchObject({ links: [{ domain: "tiktok.com", url: LINK }], user: ADA });
    const said = (await slack.as(VIC).messages()).at(-1);
    expect(said?.unfurls).toMatchObject({ [LINK]: { blocks: [{ text: { text: "Mia" } }] } });
  });

  it("refuses an unfurl of a link that is not in the message", async () => {
    const said = (await slack.as(VIC).messages()).at(-1);
    const unfurls = { "https://www.tiktok.com/@other": { blocks: [] } };
    const asked = slack.client.chat.unfurl({ channel: CREATORS, ts: said?.ts ?? "", unfurls });
    await expect(asked).rejects.toThrow("cannot_unfurl_url");
  });
});

describe("openHome", () => {
  it("tells the bot each time", async () => {
    await slack.as(VIC).openHome();
    expect(last()?.event).toMatchObject({ type: "app_home_opened", user: VIC, tab: "home", channel: "D0VIC" });
  });
});

describe("linksIn", () => {
  it("finds links in a domain and below it, each once", () => {
    const text =
      "https://tiktok.com/@a https://vm.tiktok.com/x. (https://tiktok.com/@a) https://nottiktok.com/@b http://[";
    expect(linksIn(text, ["tiktok.com"])).toEqual([
      { domain: "tiktok.com", url: "https://tiktok.com/@a" },
      { domain: "tiktok.com", url: "https://vm.tiktok.com/x" },
    ]);
  });
});
