import { createServer } from "node:http";
import type { KnownBlock } from "@slack/types";
import { WebClient } from "@slack/web-api";
import { afterEach, describe, expect, it } from "vitest";
import { answer } from "../../../bot/answer.js";
import { respondTo } from "../../../bot/respond-to.js";
import { sendWithFallback } from "../../../bot/send-with-fallback.js";
import { textsOf } from "./texts.js";

/** A Slack that knows no tables: everything that was sent to it, and what it took. */
async function oldSlack() {
  const taken: string[] = [];
  const refused: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = decodeURIComponent(Buffer.concat(parts).toString().replaceAll("+", " "));
      const isNew = body.includes('"data_table"');
      (isNew ? refused : taken).push(body);
      const isMethod = request.url?.startsWith("/api/");
      response.statusCode = isNew && !isMethod ? 400 : 200;
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(isNew ? { ok: false, error: "invalid_blocks" } : { ok: true }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url, taken, refused };
}

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

const TABLE: KnownBlock = {
  type: "data_table",
  caption: "creators",
  rows: [[{ type: "raw_text", text: "Creator" }], [{ type: "raw_text", text: "@mia.glow" }]],
};

describe("sendWithFallback", () => {
  it("says the same in old kinds where a response_url refuses new ones", async () => {
    const slack = await oldSlack();
    await answer({ respond: respondTo(slack.url) }, { text: "found", blocks: [TABLE] });
    expect(slack.refused).toHaveLength(1);
    expect(slack.taken).toHaveLength(1);
    expect(textsOf(JSON.parse(slack.taken[0] ?? "{}"))).toContain("@mia.glow");
  });

  it("says the same in old kinds where a method refuses new ones", async () => {
    const slack = await oldSlack();
    const client = new WebClient("xoxb-test", { slackApiUrl: `${slack.url}/api/`, retryConfig: { retries: 0 } });
    await sendWithFallback((sent) => client.chat.postMessage({ channel: "C1", ...sent }), {
      text: "found",
      blocks: [TABLE],
    });
    expect(slack.refused).toHaveLength(1);
    expect(slack.taken[0]).toContain("@mia.glow");
  });

  it("does not send old kinds a second time", async () => {
    const slack = await oldSlack();
    const blocks: KnownBlock[] = [{ type: "section", text: { type: "plain_text", text: '"data_table"' } }];
    await expect(answer({ respond: respondTo(slack.url) }, { text: '"data_table"', blocks })).resolves.toBeUndefined();
    expect(slack.taken).toHaveLength(1);
  });

  it("tells every other failure", async () => {
    await expect(
      answer({ respond: respondTo("http://127.0.0.1:9/") }, { text: "x", blocks: [TABLE] }),
    ).rejects.toThrow();
  });
});
