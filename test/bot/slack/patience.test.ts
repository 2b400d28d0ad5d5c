import { createServer } from "node:http";
import { type LogLevel, WebClient } from "@slack/web-api";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { UPDATES, withPatience } from "../../../bot/notify/slack-pace.js";
import { tryTurn } from "../../../core/notify/index.js";
import { testDatabase } from "../../support/database.js";

const db = testDatabase();

beforeEach(async () => {
  await db.collection("turns").deleteMany({});
});

/** Says once that there were too many calls. */
async function busySlack(): Promise<{ client: WebClient; calls: number[] }> {
  const calls: number[] = [];
  const server = createServer((_request, response) => {
    calls.push(performance.now());
    if (calls.length === 1) return response.writeHead(429, { "retry-after": "1" }).end();
    return response.setHeader("content-type", "application/json").end('{"ok":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const slackApiUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/api/`;
  const quiet = { logLevel: "error" as LogLevel, rejectRateLimitedCalls: true, retryConfig: { retries: 0 } };
  return { client: new WebClient("xoxb-1", { slackApiUrl, ...quiet }), calls };
}

describe("withPatience", () => {
  it("calls again after as long as Slack asks, and keeps all processes from calling meanwhile", async () => {
    const { client, calls } = await busySlack();
    const done = withPatience(db, () => client.chat.update({ channel: "C1", ts: "1.1", text: "x" }));
    await expect.poll(() => calls.length).toBe(1);
    await expect.poll(() => db.collection("turns").countDocuments()).toBe(1);
    expect(await tryTurn(db, UPDATES)).toBe(false);
    expect((await done).ok).toBe(true);
    expect((calls[1] ?? 0) - (calls[0] ?? 0)).toBeGreaterThan(900);
  });
});
