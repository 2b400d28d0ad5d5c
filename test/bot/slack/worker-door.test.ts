import { describe, expect, it } from "vitest";
import { slackOfWorker } from "../../../bot/notify/slack-of-worker.js";
import { closeDoor, openDoor } from "../../../bot/workspace/index.js";
import { testDatabase } from "../../support/database.js";
import { ADA, TOKEN, testSlack } from "../../support/slack.js";

const db = testDatabase();
const slack = testSlack(db);

describe("slackOfWorker", () => {
  it("reaches nobody without a token and without a workspace", async () => {
    expect(await slackOfWorker(db, {})).toBeUndefined();
  });

  it("reaches the workspace of another process, by the token that this one has left", async () => {
    await db.collection<{ _id: string }>("workspaceDoor").insertOne({
      ...{ _id: "door" },
      ...{ token: TOKEN, slackApiUrl: `${slack.url}/workspace/api/` },
    });
    await (await slackOfWorker(db, {}))?.notify.tell(`slack:${ADA}`, "from the worker");
    expect((await slack.as(ADA).messages("D0ADA")).map(({ text }) => text)).toEqual(["from the worker"]);
  });

  it("keeps the token over starts, and forgets it where a real Slack is connected", async () => {
    const { token } = await openDoor(db, "http://127.0.0.1:1/workspace/api/");
    expect(await openDoor(db, "http://127.0.0.1:2/workspace/api/")).toEqual({
      token,
      slackApiUrl: "http://127.0.0.1:2/workspace/api/",
    });
    await closeDoor(db);
    expect(await slackOfWorker(db, {})).toBeUndefined();
    expect((await openDoor(db, "http://127.0.0.1:2/workspace/api/")).token).not.toBe(token);
  });
});
