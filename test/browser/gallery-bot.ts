import { setTimeout as pause } from "node:timers/promises";
import type { App } from "@slack/bolt";
import type { HomeView } from "@slack/types";
import { z } from "zod";
import { ALERTS, FORM } from "./gallery-blocks.js";

/** What a bot heard: which of its elements or views, and what it was given. */
export interface Heard {
  what: string;
  value: unknown;
}

const chosen = z.looseObject({
  action_id: z.string(),
  value: z.unknown().optional(),
  selected_option: z.looseObject({ value: z.string() }).nullish(),
  selected_options: z.array(z.looseObject({ value: z.string() })).optional(),
  selected_user: z.unknown().optional(),
  selected_date: z.unknown().optional(),
});

/** How long the button "Import" takes to be acknowledged, so that it is seen under way; milliseconds. */
const SLOW = 400;

/** A bot with an answer for everything in the gallery. */
export function galleryBot(heard: Heard[]): (app: App) => void {
  return (app) => {
    app.action(/.*/, async ({ ack, action, body, client }) => {
      const read = chosen.parse(action);
      if (read.action_id === "slow") await pause(SLOW);
      await ack();
      heard.push({ what: read.action_id, value: givenIn(read) });
      if (!("trigger_id" in body)) return;
      const { trigger_id } = body;
      if (read.action_id === "open-form") await client.views.open({ trigger_id, view: FORM });
      if (read.action_id === "push-form") await client.views.push({ trigger_id, view: ALERTS });
    });
    app.options("who", async ({ ack, payload }) => {
      const label = `@${payload.value}.makes`;
      await ack({ options: [{ text: { type: "plain_text", text: label }, value: label }] });
    });
    app.view("form", async ({ ack, view }) => {
      const { values } = view.state;
      const name = values.name?.name?.value;
      if (name === "Bad") return ack({ response_action: "errors", errors: { name: "Nobody is called Bad." } });
      await ack();
      heard.push({
        what: "form",
        value: {
          name,
          status: values.status?.status?.selected_option?.value,
          files: values.files?.files?.files?.length,
        },
      });
    });
    app.view({ callback_id: "form", type: "view_closed" }, async ({ ack }) => {
      await ack();
      heard.push({ what: "closed", value: "form" });
    });
    app.shortcut(/.*/, async ({ ack, shortcut, client }) => {
      await ack();
      heard.push({ what: shortcut.callback_id, value: "message" in shortcut ? shortcut.message.text : undefined });
      if (shortcut.type === "shortcut") await client.views.open({ trigger_id: shortcut.trigger_id, view: ALERTS });
    });
    app.command("/creator", async ({ ack, respond, command }) => {
      await ack();
      await respond({ text: `You asked for *${command.text}*` });
    });
    app.event("app_home_opened", async ({ event, client }) => {
      await client.views.publish({ user_id: event.user, view: home });
    });
    app.event("message", async ({ event, client }) => {
      if (!("files" in event) || !event.files) return;
      const text = event.files.map(({ name, size }) => `${name}: ${size} bytes`).join("\n");
      await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text });
    });
  };
}

const home: HomeView = {
  type: "home",
  blocks: [
    { type: "header", text: { type: "plain_text", text: "36,900 creators" } },
    {
      type: "actions",
      elements: [
        { type: "button", action_id: "home-button", text: { type: "plain_text", text: "Look again" }, value: "1" },
      ],
    },
  ],
};

function givenIn(read: z.infer<typeof chosen>): unknown {
  const { value, selected_option, selected_options, selected_user, selected_date } = read;
  return (
    value ?? selected_option?.value ?? selected_options?.map((option) => option.value) ?? selected_user ?? selected_date
  );
}
