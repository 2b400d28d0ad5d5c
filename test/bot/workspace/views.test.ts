import type { ViewResponseAction } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { describe, expect, it } from "vitest";
import { createTriggers } from "../../../bot/workspace/state/triggers.js";
import { testDatabase } from "../../support/database.js";
import { ADA, testSlack, VIC } from "../../support/slack.js";

const title = (text: string) => ({ type: "plain_text" as const, text });

const modal = (name: string, more: Partial<ModalView> = {}): ModalView => ({
  type: "modal",
  callback_id: "edit",
  title: title(name),
  submit: title("Save"),
  blocks: [
    { type: "input", block_id: "name", label: title("Name"), element: { type: "plain_text_input", action_id: "name" } },
    {
      type: "input",
      block_id: "note",
      optional: true,
      label: title("Note"),
      element: { type: "plain_text_input", action_id: "note", initial_value: "none yet" },
    },
    { type: "actions", block_id: "more", elements: [{ type: "button", action_id: "more", text: title("More") }] },
  ],
  ...more,
});

const seen: { submitted?: unknown; closed?: unknown; failures: string[] } = { failures: [] };
let onCommand: (client: WebClient, trigger_id: string) => Promise<unknown> = async () => {};
let onMore: (client: WebClient, trigger_id: string) => Promise<unknown> = async () => {};
let onSubmit: () => ViewResponseAction | undefined = () => undefined;

/** What the Web API refuses is what the test looks at. */
const noting = async (work: Promise<unknown>) => {
  await work.catch((error) => seen.failures.push(error.data?.error ?? String(error)));
};

const slack = testSlack(testDatabase(), {
  listeners(app) {
    app.command("/creator", async ({ ack, client, body }) => {
      await ack();
      await noting(onCommand(client, body.trigger_id));
    });
    app.action("more", async ({ ack, client, body }) => {
      await ack();
      if ("trigger_id" in body) await noting(onMore(client, body.trigger_id));
    });
    app.view("edit", async ({ ack, view }) => {
      seen.submitted = view;
      const answer = onSubmit();
      await (answer ? ack(answer) : ack());
    });
    app.view({ callback_id: "edit", type: "view_closed" }, async ({ ack, body }) => {
      seen.closed = body;
      await ack();
    });
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({
        user_id: event.user,
        view: { type: "home", blocks: [{ type: "header", text: title(`for ${event.user}`) }] },
      });
    });
  },
});

/** Opens a view and answers it as the person sees it. */
async function opened(view = modal("Edit")) {
  onCommand = (client, trigger_id) => client.views.open({ trigger_id, view });
  const { views } = await slack.as(ADA).command("/creator edit");
  const [found] = views;
  if (!found) throw new Error(`nothing opened: ${seen.failures}`);
  return found;
}

describe("views.open", () => {
  it("opens a view for who acted", async () => {
    expect(await opened()).toMatchObject({ title: { text: "Edit" }, id: expect.stringMatching(/^V/) });
    expect(await slack.as(VIC).views()).toEqual([]);
  });

  it("takes a trigger once", async () => {
    seen.failures = [];
    onCommand = async (client, trigger_id) => {
      await client.views.open({ trigger_id, view: modal("First") });
      await client.views.open({ trigger_id, view: modal("Second") });
    };
    const { views } = await slack.as(ADA).command("/creator edit");
    expect(views).toMatchObject([{ title: { text: "First" } }]);
    expect(seen.failures).toEqual(["exchanged_trigger_id"]);
  });

  it("refuses a view that Slack refuses", async () => {
    seen.failures = [];
    onCommand = (client, trigger_id) => client.views.open({ trigger_id, view: modal("x".repeat(25)) });
    await slack.as(ADA).command("/creator edit");
    expect(seen.failures).toEqual(["invalid_arguments"]);
  });
});

describe("createTriggers", () => {
  it("forgets a trigger after three seconds", () => {
    let now = new Date("2026-11-22T10:00:00.000Z");
    const triggers = createTriggers(() => now);
    const [soon, late] = [triggers.issue({ userId: ADA }), triggers.issue({ userId: ADA })];
    now = new Date("2026-11-22T10:00:02.900Z");
    expect(triggers.take(soon)).toMatchObject({ userId: ADA });
    now = new Date("2026-11-22T10:00:03.100Z");
    expect(() => triggers.take(late)).toThrow("expired_trigger_id");
    expect(() => triggers.take("made up")).toThrow("invalid_trigger_id");
  });
});

describe("views.push", () => {
  it("stacks three views and no more", async () => {
    seen.failures = [];
    let view = await opened(modal("1"));
    for (const name of ["2", "3", "4"]) {
      onMore = (client, trigger_id) => client.views.push({ trigger_id, view: modal(name) });
      const { views } = await slack.as(ADA).click(view, "more");
      view = views.at(-1) ?? view;
    }
    expect((await slack.as(ADA).views()).map((one) => one.title.text)).toEqual(["1", "2", "3"]);
    expect(seen.failures).toEqual(["push_limit_reached"]);
  });
});

describe("views.update", () => {
  it("changes an open view unless it changed meanwhile", async () => {
    const view = await opened();
    await slack.client.views.update({ view_id: view.id, hash: view.hash, view: modal("Changed") });
    expect((await slack.as(ADA).views())[0]).toMatchObject({ id: view.id, title: { text: "Changed" } });
    const again = slack.client.views.update({ view_id: view.id, hash: view.hash, view: modal("Again") });
    await expect(again).rejects.toThrow("hash_conflict");
    const other = slack.client.views.update({ view_id: "V0", view: modal("Other") });
    await expect(other).rejects.toThrow("not_found");
  });
});

describe("leaveView", () => {
  it("sends what the inputs hold, changed or not, and closes the view", async () => {
    onSubmit = () => undefined;
    const { views } = await slack.as(ADA).submit(await opened(), { name: "Mia" });
    expect(views).toEqual([]);
    expect(seen.submitted).toMatchObject({
      callback_id: "edit",
      state: {
        values: {
          name: { name: { type: "plain_text_input", value: "Mia" } },
          note: { note: { type: "plain_text_input", value: "none yet" } },
        },
      },
    });
  });

  it("says what is missing before the bot hears of it", async () => {
    seen.submitted = undefined;
    const { errors, views } = await slack.as(ADA).submit(await opened());
    expect(errors).toEqual({ name: "Please complete this required field." });
    expect(views).toHaveLength(1);
    expect(seen.submitted).toBeUndefined();
  });

  it("shows the bot's errors at their inputs", async () => {
    onSubmit = () => ({ response_action: "errors", errors: { name: "Taken." } });
    const { errors, views } = await slack.as(ADA).submit(await opened(), { name: "Mia" });
    expect(errors).toEqual({ name: "Taken." });
    expect(views).toHaveLength(1);
  });

  it("puts another view in its place, or on top, or closes all", async () => {
    onSubmit = () => ({ response_action: "push", view: modal("On top") });
    const { views: two } = await slack.as(ADA).submit(await opened(), { name: "Mia" });
    expect(two.map((view) => view.title.text)).toEqual(["Edit", "On top"]);

    onSubmit = () => ({ response_action: "update", view: modal("Instead") });
    const { views: changed } = await slack.as(ADA).submit(two.at(-1) ?? (await opened()), { name: "Mia" });
    expect(changed.map((view) => view.title.text)).toEqual(["Edit", "Instead"]);

    onSubmit = () => ({ response_action: "clear" });
    const { views: none } = await slack.as(ADA).submit(changed.at(-1) ?? (await opened()), { name: "Mia" });
    expect(none).toEqual([]);
  });

  it.each<[string, ViewResponseAction]>([
    ["errors at no input", { response_action: "errors", errors: { more: "No input." } }],
    ["a view that is too long", { response_action: "update", view: modal("x".repeat(25)) }],
  ])("shows trouble for %s and keeps the view", async (_what, answer) => {
    onSubmit = () => answer;
    const { troubles, views } = await slack.as(ADA).submit(await opened(), { name: "Mia" });
    expect(troubles).toEqual(["We had some trouble connecting. Try again?"]);
    expect(views).toMatchObject([{ title: { text: "Edit" } }]);
  });

  it("tells the bot of a view that was closed when it asked for that", async () => {
    seen.closed = undefined;
    await slack.as(ADA).close(await opened());
    expect(seen.closed).toBeUndefined();
    await slack.as(ADA).close(await opened(modal("Edit", { notify_on_close: true })));
    expect(seen.closed).toMatchObject({ type: "view_closed", is_cleared: false, user: { id: ADA } });
  });
});

describe("openHome", () => {
  it("shows each person their own", async () => {
    const { home } = await slack.as(VIC).openHome();
    expect(home).toMatchObject({ type: "home", blocks: [{ text: { text: `for ${VIC}` } }] });
    expect(await slack.as(ADA).home()).toBeUndefined();
  });
});
