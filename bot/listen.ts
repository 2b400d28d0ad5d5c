import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import type { Option } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import { explainError } from "../core/errors/index.js";
import { takeEvent } from "../core/events/index.js";
import { lostConnection } from "../core/mongo/index.js";
import { answerView, failureOver, type ViewAnswer } from "./answer-view.js";
import { type Asked, askedBy } from "./asked.js";
import { harmless } from "./blocks/text.js";
import type { Bot } from "./bot.js";
import { plainText } from "./plain-text.js";
import { refusedBySlack } from "./refused-by-slack.js";
import { inThread, tellPerson } from "./tell-person.js";

/** What a listener gets: Slack's arguments, Roster's parts, and who asks. */
export type Heard<Args> = Args & AllMiddlewareArgs & { bot: Bot; asked: Asked };

export type CommandListener = (heard: Heard<SlackCommandMiddlewareArgs>) => Promise<void>;
export type ActionListener = (heard: Heard<SlackActionMiddlewareArgs<BlockAction>>) => Promise<void>;
export type ShortcutListener = (heard: Heard<SlackShortcutMiddlewareArgs>) => Promise<void>;
export type OptionsListener = (heard: Heard<SlackOptionsMiddlewareArgs>) => Promise<Option[]>;
export type EventListener<Name extends string> = (heard: Heard<SlackEventMiddlewareArgs<Name>>) => Promise<void>;
export type ViewListener = (heard: Heard<SlackViewMiddlewareArgs<ViewSubmitAction>>) => Promise<ViewAnswer>;

/** One thing that somebody does: a request that Slack sends again has the same id. */
interface Act {
  id: string;
  userId: string;
  channel?: string;
  client: WebClient;
}

/** The one place where listeners are tied to Slack: acknowledged at once, told who asks, and caught. */
export function listenOn(app: App, bot: Bot) {
  const inWords = (error: unknown) =>
    explainError(refusedBySlack(error) ?? lostConnection(error) ?? error, bot.log, "slack");

  /** Does it for whoever asks, the first time that it is asked; a failure is told in our words. */
  async function once(
    { id, client, ...who }: Act,
    listener: (asked: Asked) => Promise<unknown>,
    tell: (say: string) => Promise<unknown>,
    again?: () => Promise<unknown>,
  ): Promise<void> {
    try {
      if (await takeEvent(bot.db, `slack:${id}`, bot.now())) await listener(await askedBy(bot, client, who));
      else await again?.();
    } catch (error) {
      await tell(inWords(error));
    }
  }

  return {
    command(name: string, listener: CommandListener): void {
      app.command(name, async (args) => {
        await args.ack();
        const { client, command: sent } = args;
        const act = { id: sent.trigger_id, userId: sent.user_id, channel: sent.channel_id, client };
        const command = { ...sent, text: plainText(sent.text) };
        await once(
          act,
          (asked) => listener({ ...args, command, bot, asked }),
          (say) => tellPerson(args, act, say),
        );
      });
    },

    action(id: string | RegExp, listener: ActionListener): void {
      app.action<BlockAction>(id, async (args) => {
        await args.ack();
        const { body, client } = args;
        const act = { id: body.trigger_id, userId: body.user.id, channel: body.channel?.id, client };
        const respond = inThread(args.respond, body.container.thread_ts);
        await once(
          act,
          (asked) => listener({ ...args, respond, bot, asked }),
          (say) => tellPerson({ client, respond }, act, say),
        );
      });
    },

    shortcut(callbackId: string, listener: ShortcutListener): void {
      app.shortcut(callbackId, async (args) => {
        await args.ack();
        const { shortcut, client } = args;
        const channel = "channel" in shortcut ? shortcut.channel?.id : undefined;
        const act = { id: shortcut.trigger_id, userId: shortcut.user.id, channel, client };
        await once(
          act,
          (asked) => listener({ ...args, bot, asked }),
          (say) => tellPerson(args, act, say),
        );
      });
    },

    /** A view is acknowledged with its answer, so a listener here only does what is quick. */
    view(callbackId: string, listener: ViewListener): void {
      app.view<ViewSubmitAction>({ callback_id: callbackId, type: "view_submission" }, async (args) => {
        const { ack, body, client } = args;
        await once(
          { id: body.trigger_id, userId: body.user.id, client },
          async (asked) => answerView(args, await listener({ ...args, bot, asked }), inWords),
          (say) => ack(failureOver(body.view, say)),
          () => ack(),
        );
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
        const { userId, channel } = who(args.event as SlackEventMiddlewareArgs<Name>["event"]);
        if (userId === undefined) return;
        await once(
          { id: body.event_id, userId, channel, client },
          (asked) => listener({ ...args, bot, asked } as Heard<SlackEventMiddlewareArgs<Name>>),
          (say) => {
            const text = harmless(say);
            if (channel) return client.chat.postEphemeral({ channel, user: userId, text });
            return client.chat.postMessage({ channel: userId, text });
          },
        );
      });
    },
  };
}
