import { createServer, type IncomingHttpHeaders } from "node:http";
import express from "express";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { createWorkspace } from "../../../bot/workspace/index.js";
import { createLog } from "../../../core/log/index.js";
import { testDatabase } from "../../support/database.js";
import { ADA } from "../../support/slack.js";
import { SlackPerson } from "../../support/slack-person.js";

const db = testDatabase();
const log = createLog({ write() {} });

/** A bot that answers with these, one a request. */
async function startBot(statuses: number[]) {
  const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
  const web = express();
  web.post("/slack/events", express.text({ type: () => true }), (request, response) => {
    heard.push({ headers: request.headers, body: request.body });
    response.status(statuses.shift() ?? 200).send();
  });
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  const options = { db, token: "xoxb-test", signingSecret: "secret", botUrl: url, now: () => new Date(), log };
  const workspace = createWorkspace(options);
  web.use("/workspace", workspace.router);
  stop = async () => void server.close();
  const person = new SlackPerson({ url, userId: ADA, listen: workspace.listen, settled: workspace.settled });
  return { heard, person };
}

beforeAll(() => db.asPromise());

let stop = async () => {};
afterEach(() => stop());

const idOf = ({ body }: { body: string }): unknown => JSON.parse(body).event_id;

describe("sendEvent", () => {
  it("sends an event once when it is acknowledged", async () => {
    const { heard, person } = await startBot([200]);
    await person.say("hello");
    expect(heard).toHaveLength(1);
    expect(heard[0]?.headers).not.toHaveProperty("x-slack-retry-num");
  });

  it("sends it again at once, with its number and why, when it is not", async () => {
    const { heard, person } = await startBot([500, 500]);
    await person.say("hello");
    expect(heard).toHaveLength(2);
    expect(heard[1]?.headers).toMatchObject({ "x-slack-retry-num": "1", "x-slack-retry-reason": "http_error" });
    expect(heard.map(idOf)[0]).toBe(heard.map(idOf)[1]);
  });

  it("signs what it sends", async () => {
    const { heard, person } = await startBot([]);
    await person.say("hello");
    expect(heard[0]?.headers["x-slack-signature"]).toMatch(/^v0=[0-9a-f]{64}$/);
    expect(heard[0]?.headers["content-type"]).toBe("application/json");
  });
});
