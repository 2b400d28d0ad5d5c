import { describe, expect, it } from "vitest";
import { sign } from "../../../bot/workspace/requests/sign.js";
import { testDatabase } from "../../support/database.js";
import { ADA, SIGNING_SECRET, testSlack } from "../../support/slack.js";

const heard: string[] = [];

const slack = testSlack(testDatabase(), {
  listeners(app) {
    app.command("/creator", async ({ ack, command, client, respond }) => {
      heard.push(command.text);
      if (command.text === "late") await new Promise((resolve) => setTimeout(resolve, 3_200));
      if (command.text === "at once") return ack({ text: "answered at once" });
      if (command.text === "wrong") return ack({ blocks: [{ type: "header" }] });
      await ack();
      if (command.text === "who") {
        const { user } = await client.users.info({ user: command.user_id });
        await respond({ text: `${user?.real_name} in ${command.channel_name}` });
      }
    });
    app.event("message", async ({ event }) => {
      if ("text" in event) heard.push(event.text ?? "");
    });
  },
});

const now = () => Math.floor(Date.now() / 1_000);

/** A command as Slack sends it; `signed` is what it claims. */
async function send(body: string, { at = now(), signature = sign(SIGNING_SECRET, at, body), type = "" } = {}) {
  const { status } = await fetch(`${slack.url}/slack/events`, {
    method: "POST",
    body,
    headers: {
      "content-type": type || "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(at),
      "x-slack-signature": signature,
    },
  });
  return status;
}

const command = (text: string) =>
  new URLSearchParams({
    command: "/creator",
    text,
    user_id: ADA,
    channel_id: "C0CREATORS",
    team_id: "T0ROSTER",
  }).toString();

describe("a signed request", () => {
  it("reaches the bot", async () => {
    expect(await send(command("signed"))).toBe(200);
    expect(heard).toContain("signed");
  });

  it("is refused with a signature of another secret", async () => {
    const body = command("forged");
    expect(await send(body, { signature: sign("another secret", now(), body) })).toBe(401);
    expect(heard).not.toContain("forged");
  });

  it("is refused when its body was changed", async () => {
    const signature = sign(SIGNING_SECRET, now(), command("before"));
    expect(await send(command("after"), { signature })).toBe(401);
    expect(heard).not.toContain("after");
  });

  it("is refused when it is replayed six minutes later", async () => {
    expect(await send(command("old"), { at: now() - 360 })).toBe(401);
    expect(heard).not.toContain("old");
  });

  it("is refused when an old one is replayed with a new time", async () => {
    const body = command("replayed");
    const signature = sign(SIGNING_SECRET, now() - 360, body);
    expect(await send(body, { signature })).toBe(401);
    expect(heard).not.toContain("replayed");
  });

  it("is refused without a signature", async () => {
    expect(await send(command("bare"), { signature: "" })).toBe(401);
  });
});

describe("runCommand", () => {
  it("says who asks, and where", async () => {
    const { messages } = await slack.as(ADA).command("/creator who");
    expect(messages).toMatchObject([{ text: "Ada Admin in creators", onlyFor: ADA, user: "U0ROSTER" }]);
  });

  it("shows what comes with the acknowledgement", async () => {
    const { messages } = await slack.as(ADA).command("/creator at once");
    expect(messages).toMatchObject([{ text: "answered at once", onlyFor: ADA }]);
  });

  it("shows no answer that Slack would refuse", async () => {
    const { messages, troubles } = await slack.as(ADA).command("/creator wrong");
    expect(messages).toEqual([]);
    expect(troubles).toEqual([expect.stringContaining("invalid_blocks")]);
  });

  it("says what Slack says when the bot acknowledges after three seconds", async () => {
    const { troubles } = await slack.as(ADA).command("/creator late");
    expect(troubles).toEqual(['/creator failed with the error "operation_timeout"']);
  });

  it("knows the app's commands only", async () => {
    const { troubles } = await slack.as(ADA).command("/creators who");
    expect(troubles).toEqual(["/creators is not a valid command."]);
  });
});
