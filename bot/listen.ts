import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  RespondFn,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewOutput,
  ViewResponseAction,
  ViewSubmitAction,
} from "@slack/bolt";
import type { ModalView, Option } from "@slack/types";
import { explainError } from "../core/errors/index.js";
import { takeEvent } from "../core/events/index.js";
import { lostConnection } from "../core/mongo/index.js";
import { type Asked, askedBy } from "./asked.js";
import { failedView } from "./blocks/failed-view.js";
import { refusal } from "./blocks/refusal.js";
import { harmless } from "./blocks/text.js";
import type { Bot } from "./bot.js";
import { plainText } from "./plain-text.js";
import { refusedBySlack } from "./refused-by-slack.js";

/** What a listener gets: Slack's arguments, Roster's parts, and who asks. */
export type Heard<Args> = Args & AllMiddlewareArgs & { bot: Bot; asked: Asked };

export type CommandListener = (heard: Heard<SlackCommandMiddlewareArgs>) => Promise<void>;
export type ActionListener = (heard: Heard<SlackActionMiddlewareArgs<BlockAction>>) => Promise<void>;
export type ShortcutListener = (heard: Heard<SlackShortcutMiddlewareArgs>) => Promise<void>;
export type OptionsListener = (heard: Heard<SlackOptionsMiddlewareArgs>) => Promise<Option[]>;
export type EventListener<Name extends string> = (heard: Heard<SlackEventMiddlewareArgs<Name>>) => Promise<void>;
/**
 * What a submitted view answers: nothing closes it; `errors` stand at its inputs; a view takes its place. What may take
 * longer than Slack waits is done in `after`, when Slack has its answer; `update` says so meanwhile, `close` lets the
 * person go on.
 */
export type ViewAnswer =
  | undefined
  | { errors: Record<string, string> }
  | { update: ModalView; after?: () => Promise<void> }
  | { close: true; after: () => Promise<void> }
  | { clear: true };
export type ViewListener = (heard: Heard<SlackViewMiddlewareArgs<ViewSubmitAction>>) => Promise<ViewAnswer>;

/** The one place where listeners are tied to Slack: acknowledged at once, told who asks, and caught. */
export function listenOn(app: App, bot: Bot) {
  const inWords = (error: unknown) =>
    explainError(refusedBySlack(error) ?? lostConnection(error) ?? error, bot.log, "slack");
  /** What a person does has a trigger of its own: a request that comes again has the same one, and acts once. */
  const isNew = (trigger: string) => takeEvent(bot.db, `slack:${trigger}`, bot.now());

  return {
    command(name: string, listener: CommandListener): void {
      app.command(name, async (args) => {
        await args.ack();
        const { user_id: userId, channel_id: channel } = args.command;
        try {
          if (!(await isNew(args.command.trigger_id))) return;
          const asked = await askedBy(bot, args.client, { userId, channel });
          const command = { ...args.command, text: plainText(args.command.text) };
          await listener({ ...args, command, bot, asked });
        } catch (error) {
          await tell(args, { userId, channel }, inWords(error));
        }
      });
    },

    action(id: string | RegExp, listener: ActionListener): void {
      app.action<BlockAction>(id, async (args) => {
        await args.ack();
        const { body, client } = args;
        const [userId, channel] = [body.user.id, body.channel?.id];
        const respond = inThread(args.respond, body.container.thread_ts);
        try {
          if (!(await isNew(body.trigger_id))) return;
          const asked = await askedBy(bot, client, { userId, channel });
          await listener({ ...args, respond, bot, asked });
        } catch (error) {
          await tell({ client, respond }, { userId, channel }, inWords(error));
        }
      });
    },

    shortcut(callbackId: string, listener: ShortcutListener): void {
      app.shortcut(callbackId, async (args) => {
        await args.ack();
        const { shortcut, client } = args;
        const userId = shortcut.user.id;
        const channel = "channel" in shortcut ? shortcut.channel?.id : undefined;
        try {
          if (!(await isNew(shortcut.trigger_id))) return;
          const asked = await askedBy(bot, client, { userId, channel });
          await listener({ ...args, bot, asked });
        } catch (error) {
          await tell(args, { userId, channel }, inWords(error));
        }
      });
    },

    /** A view is acknowledged with its answer, so a listener here only does what is quick. */
    view(callbackId: string, listener: ViewListener): void {
      app.view<ViewSubmitAction>({ callback_id: callbackId, type: "view_submission" }, async (args) => {
        const { ack, body, client } = args;
        const byDm = (say: string) => client.chat.postMessage({ channel: body.user.id, text: harmless(say) });
        try {
          if (!(await isNew(body.trigger_id))) return void (await ack());
          const asked = await askedBy(bot, client, { userId: body.user.id });
          const answer = await listener({ ...args, bot, asked });
          if (answer === undefined) await ack();
          else if ("errors" in answer) await ack({ response_action: "errors", errors: answer.errors });
          else if ("update" in answer) {
            await ack({ response_action: "update", view: answer.update });
            await answer.after?.().catch(async (error) => {
              const say = inWords(error);
              // The person may have closed the view meanwhile.
              await client.views.update({ view_id: body.view.id, view: failedView(say) }).catch(() => byDm(say));
            });
          } else if ("close" in answer) {
            await ack();
            await answer.after().catch((error) => byDm(inWords(error)));
          } else await ack({ response_action: "clear" });
        } catch (error) {
          await ack(failureOver(body.view, inWords(error)));
        }
      });
    },

    options(actionId: string, listener: OptionsListener): void {
      app.options(actionId, async (args) => {
        const { body, client, ack } = args;
        try {
          const asked = await askedBy(bot, client, { userId: body.user.id });
          await ack({ options: await listener({ ...args, bot, asked }) });
        } catch (error) {
          inWords(error);
          await ack({ options: [] });
        }
      });
    },

    /** Bolt has acknowledged already. Slack sends an event again that it believes unheard: it acts once. */
    event<Name extends string>(
      name: Name,
      { who }: { who(event: SlackEventMiddlewareArgs<Name>["event"]): { userId?: string; channel?: string } },
      listener: EventListener<Name>,
    ): void {
      app.event(name, async (args) => {
        const { client, body } = args;
        const id = `slack:${body.event_id}`;
        const { userId, channel } = who(args.event as SlackEventMiddlewareArgs<Name>["event"]);
        if (userId === undefined) return;
        try {
          if (!(await takeEvent(bot.db, id, bot.now()))) return;
          const asked = await askedBy(bot, client, { userId, channel });
          await listener({ ...args, bot, asked } as Heard<SlackEventMiddlewareArgs<Name>>);
        } catch (error) {
          const text = harmless(inWords(error));
          if (channel) await client.chat.postEphemeral({ channel, user: userId, text });
          else await client.chat.postMessage({ channel: userId, text });
        }
      });
    },
  };
}

/**
 * On top of the view, so that what was typed is still there behind it; on the third of the three views that Slack
 * stacks, at its first input.
 */
function failureOver(view: ViewOutput, say: string): ViewResponseAction {
  const isThird = view.previous_view_id !== null && view.previous_view_id !== view.root_view_id;
  const input = view.blocks.find(({ type }) => type === "input")?.block_id;
  if (isThird && input !== undefined) return { response_action: "errors", errors: { [input]: say } };
  return { response_action: "push", view: failedView(say) };
}

/** Slack answers at the root of the channel, out of sight of whoever pressed a button in a thread, unless it is told. */
const inThread = (respond: RespondFn, thread: unknown): RespondFn =>
  typeof thread !== "string"
    ? respond
    : (message) => respond({ ...(typeof message === "string" ? { text: message } : message), thread_ts: thread });

/** Answers the person alone: where they are; in a view, which has no such place, or where Slack takes no more, by DM. */
async function tell(
  {
    respond,
    client,
  }: Pick<Heard<SlackActionMiddlewareArgs<BlockAction>>, "client"> & {
    respond?: SlackActionMiddlewareArgs<BlockAction>["respond"];
  },
  { userId, channel }: { userId: string; channel?: string },
  say: string,
): Promise<void> {
  const message = refusal(say);
  const inDm = () => client.chat.postMessage({ channel: userId, ...message });
  if (!channel || !respond) await inDm();
  else await respond({ response_type: "ephemeral", replace_original: false, ...message }).catch(inDm);
}
