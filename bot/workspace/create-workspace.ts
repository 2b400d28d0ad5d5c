import { Router } from "express";
import { pageRoutes } from "./acts/page-routes.js";
import { apiRoutes } from "./api/api-routes.js";
import { fileRoutes, uploadRoutes } from "./api/file-routes.js";
import { responseRoutes } from "./api/response-routes.js";
import { loopbackOnly } from "./loopback-only.js";
import { servePage } from "./page/serve-page.js";
import { createRequests } from "./requests/request-bot.js";
import { createAudience } from "./state/audience.js";
import { createBackground } from "./state/background.js";
import { createFiles } from "./state/files.js";
import { createMessages } from "./state/messages.js";
import { createRates } from "./state/rates.js";
import { createResponseUrls } from "./state/response-urls.js";
import { createTimestamps } from "./state/timestamps.js";
import { createTriggers } from "./state/triggers.js";
import { createViews } from "./state/views.js";
import type { Workspace, WorkspaceOptions } from "./workspace.js";

export interface RunningWorkspace {
  /** To be mounted at `/workspace`. */
  router: Router;
  /** For the bot, and for whoever else has its token: where the Web API is. */
  slackApiUrl: string;
  /** Whoever listens here hears what that person's page hears. */
  listen: Workspace["audience"]["listen"];
  /** Resolves when nothing is on its way to the bot. */
  settled(): Promise<void>;
  /** Hangs up on the open pages, so that the web server can close at once. */
  close(): void;
}

/**
 * The little Slack: a Web API that the bot calls, requests to the bot as Slack signs and shapes them, and a page.
 *
 * Messages and files are kept in the database; views, Homes and what only one person sees live as long as the process,
 * so one process serves it, and all others reach it over HTTP.
 */
export function createWorkspace(options: WorkspaceOptions): RunningWorkspace {
  const background = createBackground(options.log);
  const workspace = { ...assemble(options), inBackground: background.run };
  const router = Router();
  router.use(loopbackOnly);
  router.use("/api", apiRoutes(workspace));
  router.use("/response", responseRoutes(workspace));
  router.use("/upload", uploadRoutes(workspace));
  router.use("/files", fileRoutes(workspace));
  router.use("/page", pageRoutes(workspace));
  router.use(servePage());
  return {
    router,
    slackApiUrl: `${workspace.url}/api/`,
    listen: workspace.audience.listen,
    settled: background.settled,
    close() {
      for (const stream of workspace.streams) stream.end();
    },
  };
}

function assemble(options: WorkspaceOptions): Omit<Workspace, "inBackground"> {
  const { db, now, log, signingSecret, botUrl } = options;
  const audience = createAudience();
  return {
    ...options,
    url: new URL("/workspace", botUrl).href,
    audience,
    streams: new Set(),
    timestamp: createTimestamps(now),
    messages: createMessages(db, audience),
    files: createFiles(db, now),
    views: createViews(audience),
    triggers: createTriggers(now),
    responseUrls: createResponseUrls(now),
    countCall: createRates(now),
    requests: createRequests({ url: new URL("/slack/events", botUrl).href, signingSecret, now, log }),
  };
}
