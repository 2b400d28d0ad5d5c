import { createServer } from "node:http";
import { App, ExpressReceiver } from "@slack/bolt";
import { type Logger, WebClient } from "@slack/web-api";
import express from "express";
import type { Connection } from "mongoose";
import { afterAll, beforeAll } from "vitest";
import { createApp } from "../../bot/app.js";
import type { Bot } from "../../bot/bot.js";
import { createWorkspace } from "../../bot/workspace/index.js";
import { createLog } from "../../core/log/index.js";
import { ensureIndexes } from "../../core/models.js";
import type { JobDefinition } from "../../core/queue/index.js";
import { Pending } from "./pending.js";
import { SlackPerson } from "./slack-person.js";

export { ADA, VIC } from "../../bot/workspace/index.js";

export const TOKEN = "xoxb-workspace";
export const SIGNING_SECRET = "workspace-signing-secret";

/** Channels that are there from the start. */
export const GENERAL = "C0GENERAL";
export const CREATORS = "C0CREATORS";

interface SlackOptions {
  now?: () => Date;
  /** Listeners of the test's own in place of the bot's. */
  listeners?: (app: App) => void;
}

/** A little Slack and the bot behind it, on loopback. */
export interface TestSlack {
  /** Where it is: http://127.0.0.1:port. */
  url: string;
  bot: Bot;
  /** The bot's own way to the Web API. */
  client: WebClient;
  /** Everything the bot logged, one JSON a line. */
  logged: string[];
  /** Somebody at the page; channels are #creators unless said. */
  as(userId: string): SlackPerson;
  /** What a worker would do with a job. A job that nobody runs stays in the queue. */
  runs<P>(definition: JobDefinition<P>, run: (payload: P) => Promise<void>): void;
  /** The jobs that were asked for, the oldest first. */
  queued: { name: string; payload: unknown }[];
}

/**
 * Starts it before the file's tests and stops it after: `const slack = testSlack(testDatabase());`
 *
 * Read its fields inside tests only: before, there is nothing.
 */
export function testSlack(db: Connection, options: SlackOptions = {}): TestSlack {
  const slack: Partial<TestSlack> & { close?: () => Promise<void> } = {};
  beforeAll(async () => {
    await db.asPromise();
    await ensureIndexes(db);
    Object.assign(slack, await startSlack(db, options));
  });
  afterAll(() => slack.close?.());
  const part = <Name extends keyof TestSlack>(name: Name): TestSlack[Name] => {
    const found = slack[name];
    if (found === undefined) throw new Error(`slack.${name} is there inside tests only`);
    return found as TestSlack[Name];
  };
  return {
    get url() {
      return part("url");
    },
    get bot() {
      return part("bot");
    },
    get client() {
      return part("client");
    },
    get logged() {
      return part("logged");
    },
    get queued() {
      return part("queued");
    },
    as: (userId) => part("as")(userId),
    runs: (definition, run) => part("runs")(definition, run),
  };
}

async function startSlack(db: Connection, { now = () => new Date(), listeners }: SlackOptions) {
  const web = express();
  const server = createServer(web);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;

  const logged: string[] = [];
  const log = createLog({ write: (line: string) => logged.push(line) });
  const pending = new Pending();
  const jobs = new Map<string, (payload: unknown) => Promise<void>>();
  const queued: TestSlack["queued"] = [];
  const bot: Bot = {
    db,
    log,
    now,
    queue: {
      async add(definition, payload) {
        const read = definition.payload.parse(payload);
        queued.push({ name: definition.name, payload: read });
        const run = jobs.get(definition.name);
        if (run) void pending.add(run(read));
      },
    },
  };

  const workspace = createWorkspace({ db, token: TOKEN, signingSecret: SIGNING_SECRET, botUrl: url, now, log });
  web.use("/workspace", workspace.router);
  const quiet = silent();
  const receiver = new ExpressReceiver({ signingSecret: SIGNING_SECRET, app: web, logger: quiet });
  const { slackApiUrl } = workspace;
  const bare = () => new App({ token: TOKEN, receiver, logger: quiet, clientOptions: { slackApiUrl, logger: quiet } });
  const app = listeners ? bare() : createApp(bot, { token: TOKEN, receiver, slackApiUrl });
  app.use(async ({ next }) => pending.add(next()));
  listeners?.(app);
  const client = new WebClient(TOKEN, {
    slackApiUrl: workspace.slackApiUrl,
    logger: quiet,
    retryConfig: { retries: 0 },
  });

  // What one of them ends may begin something at the other.
  const settled = async () => {
    await workspace.settled();
    await pending.settled();
    await workspace.settled();
    await pending.settled();
  };

  return {
    url,
    bot,
    client,
    logged,
    queued,
    as: (userId: string) => new SlackPerson({ url, userId, listen: workspace.listen, settled }),
    runs<P>(definition: JobDefinition<P>, run: (payload: P) => Promise<void>) {
      jobs.set(definition.name, (payload) => run(definition.payload.parse(payload)));
    },
    async close() {
      await settled();
      workspace.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Bolt says on the console what a test provokes on purpose. */
function silent(): Logger {
  const nothing = () => {};
  const getLevel: Logger["getLevel"] = () => "error" as ReturnType<Logger["getLevel"]>;
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    setName: nothing,
    getLevel,
  };
}
