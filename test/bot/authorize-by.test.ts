import { createServer } from "node:http";
import { type LogLevel, WebClient } from "@slack/web-api";
import { afterAll, beforeAll, expect, it } from "vitest";
import { authorizeBy } from "../../bot/authorize-by.js";

const answers = [503, 200, 200];
let asked = 0;
/** Slack, which does not answer at first. */
const slack = createServer((_request, response) => {
  const status = answers[asked] ?? 200;
  asked += 1;
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ ok: true, bot_id: "B1", user_id: "U1" }));
});
let url = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => slack.listen(0, "127.0.0.1", resolve));
  const address = slack.address();
  url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
});
afterAll(() => slack.close());

it("asks again who the bot is after Slack did not answer, and then remembers it", async () => {
  const client = new WebClient("xoxb-1", {
    slackApiUrl: url,
    retryConfig: { retries: 0 },
    logLevel: "error" as LogLevel,
  });
  const authorize = authorizeBy(client, "xoxb-1");
  await expect(authorize()).rejects.toThrow("503");
  expect(asked).toBe(1);
  const self = { botToken: "xoxb-1", botId: "B1", botUserId: "U1" };
  expect(await Promise.all([authorize(), authorize()])).toEqual([self, self]);
  expect(await authorize()).toEqual(self);
  expect(asked).toBe(2);
});
