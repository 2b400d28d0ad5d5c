import { setTimeout as pause } from "node:timers/promises";
import type { KnownBlock } from "@slack/types";
import { z } from "zod";
import type {
  InputState,
  PageEvent,
  PageMessage,
  PageState,
  PageView,
  PostAction,
  PostShortcut,
} from "../../bot/workspace/wire.js";
import { findElement } from "./find-element.js";

interface Page {
  url: string;
  userId: string;
  listen(userId: string, hear: (event: PageEvent) => void): () => void;
  /** Resolves when neither the workspace nor the bot nor a job has anything under way. */
  settled(): Promise<void>;
}

/** What a person sees come of what they did. */
export interface Answer {
  /** Messages that came or changed, their newest state, the first to come first; those of the person are left out. */
  messages: PageMessage[];
  deleted: string[];
  /** The views that are open now, the lowest first. */
  views: PageView[];
  home?: PageState["home"];
  troubles: string[];
  /** What a submitted view says at its inputs. */
  errors?: Record<string, string>;
}

/** After work has ended nothing more comes later than this; milliseconds. */
const QUIET = 30;

const CREATORS = "C0CREATORS";

/** What the page hears of what it asked. */
const submitted = z.looseObject({
  errors: z.record(z.string(), z.string()).optional(),
  options: z.array(z.unknown()).optional(),
});

/** Somebody at the page of the workspace: does what the page does, over HTTP, and sees what the page shows. */
export class SlackPerson {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Types a slash command. */
  command(text: string, { channel = CREATORS }: { channel?: string } = {}): Promise<Answer> {
    return this.#watch(() => this.#post("command", { channel, text }));
  }

  /** Writes a message. */
  say(text: string, { channel = CREATORS, threadTs }: { channel?: string; threadTs?: string } = {}): Promise<Answer> {
    return this.drop([], text, { channel, threadTs });
  }

  /** Drops files, with a text beside them. */
  drop(
    files: readonly { name: string; content: string | Buffer }[],
    text = "",
    { channel = CREATORS, threadTs }: { channel?: string; threadTs?: string } = {},
  ): Promise<Answer> {
    const form = new FormData();
    form.set("message", JSON.stringify({ as: this.#page.userId, channel, threadTs, text }));
    for (const { name, content } of files) form.append("files", new Blob([new Uint8Array(Buffer.from(content))]), name);
    return this.#watch(async () => submitted.parse(await this.#send("message", { method: "POST", body: form })));
  }

  /** Presses a button, or with `chosen` chooses in a menu: `{ selected_option: … }`, `{ selected_date: … }`. */
  async click(
    on: PageMessage | PageView | "home",
    actionId: string,
    { chosen = {}, blockId, value }: { chosen?: Record<string, unknown>; blockId?: string; value?: string } = {},
  ): Promise<Answer> {
    const blocks = on === "home" ? ((await this.home())?.blocks ?? []) : blocksOf(on);
    const element = findElement(blocks, { actionId, blockId, value });
    const from = on === "home" ? { home: true as const } : placeOf(on);
    const action = { ...element, ...chosen };
    return this.#watch(() => this.#post("action", { action, from } satisfies Omit<PostAction, "as">));
  }

  /** Submits a view: values by action id, each a text or what Slack sends such as `{ selected_option: … }`. */
  submit(view: PageView, values: Record<string, string | Record<string, unknown>> = {}): Promise<Answer> {
    const state: InputState = {};
    for (const [actionId, value] of Object.entries(values)) {
      const { block_id, type } = findElement(view.blocks, { actionId });
      const held = typeof value === "string" ? { value } : value;
      state[block_id] = { ...state[block_id], [actionId]: { type, ...held } };
    }
    return this.#watch(() => this.#post("view", { viewId: view.id, what: "submit", state }));
  }

  close(view: PageView): Promise<Answer> {
    return this.#watch(() => this.#post("view", { viewId: view.id, what: "close", state: {} }));
  }

  shortcut(callbackId: string, message?: PageMessage): Promise<Answer> {
    const about = message && { channel: message.channel, ts: message.ts };
    return this.#watch(() => this.#post("shortcut", { callbackId, message: about } satisfies Omit<PostShortcut, "as">));
  }

  /** What a menu offers whose options the bot has. */
  options(on: PageMessage | PageView, actionId: string, typed: string): Promise<{ options?: unknown[] }> {
    const { block_id: blockId } = findElement(blocksOf(on), { actionId });
    return this.#post("options", { actionId, blockId, value: typed, from: placeOf(on) });
  }

  openHome(): Promise<Answer> {
    return this.#watch(() => this.#post("open-home", {}));
  }

  demo(channel = CREATORS): Promise<Answer> {
    return this.#watch(() => this.#post("demo", { channel }));
  }

  async state(): Promise<PageState> {
    return z.custom<PageState>().parse(await this.#send(`state?as=${this.#page.userId}`));
  }

  /** Everything that this person sees in a channel, oldest first. */
  async messages(channel = CREATORS): Promise<PageMessage[]> {
    return (await this.state()).messages.filter((message) => message.channel === channel);
  }

  async views(): Promise<PageView[]> {
    return (await this.state()).views;
  }

  async home(): Promise<PageState["home"]> {
    return (await this.state()).home;
  }

  /** Does something, and sees what comes of it until all work has ended. */
  async #watch(act: () => Promise<{ errors?: Record<string, string> }>): Promise<Answer> {
    const { userId, listen, settled } = this.#page;
    const heard: PageEvent[] = [];
    const stop = listen(userId, (event) => heard.push(event));
    try {
      const { errors } = await act();
      let before = -1;
      while (before < heard.length) {
        before = heard.length;
        await settled();
        await pause(QUIET);
      }
      return { ...summarise(heard, userId), views: await this.views(), ...(errors ? { errors } : {}) };
    } finally {
      stop();
    }
  }

  async #post(path: string, body: object): Promise<z.infer<typeof submitted>> {
    const answer = await this.#send(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ as: this.#page.userId, ...body }),
    });
    return submitted.parse(answer);
  }

  async #send(path: string, request?: RequestInit): Promise<unknown> {
    const response = await fetch(`${this.#page.url}/workspace/page/${path}`, request);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
}

function summarise(heard: readonly PageEvent[], userId: string): Omit<Answer, "views"> {
  const messages = new Map<string, PageMessage>();
  const answer: Omit<Answer, "views"> = { messages: [], deleted: [], troubles: [] };
  for (const event of heard) {
    if (event.kind === "message" && event.message.user !== userId) messages.set(event.message.ts, event.message);
    if (event.kind === "deleted") answer.deleted.push(event.ts);
    if (event.kind === "home") answer.home = event.home;
    if (event.kind === "trouble") answer.troubles.push(event.text);
  }
  for (const ts of answer.deleted) messages.delete(ts);
  return { ...answer, messages: [...messages.values()] };
}

const blocksOf = (on: PageMessage | PageView): readonly unknown[] =>
  "ts" in on
    ? [...(on.blocks ?? []), ...Object.values(on.unfurls ?? {}).flatMap(({ blocks }): KnownBlock[] => blocks)]
    : on.blocks;

const placeOf = (on: PageMessage | PageView): PostAction["from"] =>
  "ts" in on ? { channel: on.channel, ts: on.ts } : { viewId: on.id };
