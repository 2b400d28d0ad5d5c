import express, { type NextFunction, type Request, type Response, Router } from "express";
import { readManifest } from "../manifest.js";
import { Refusal } from "../refusal.js";
import type { Workspace } from "../workspace.js";
import { chat } from "./chat.js";
import { conversations } from "./conversations.js";
import { files } from "./files.js";
import type { Method } from "./method.js";
import { team } from "./team.js";
import { views } from "./views.js";

const METHODS = new Map<string, Method>(Object.entries({ ...chat, ...conversations, ...files, ...team, ...views }));

/** As large as anything that is not a file gets. */
const MOST_BYTES = "4mb";

/** The Web API: `/api/<method>`, form or JSON, for who has the bot's token. */
export function apiRoutes(workspace: Workspace): Router {
  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: MOST_BYTES }), express.json({ limit: MOST_BYTES }));
  router.all("/:method", async (request: Request, response: Response) => {
    const scopes = (await readManifest()).oauth_config.scopes.bot;
    response.set("x-oauth-scopes", scopes.join(","));
    response.json({ ok: true, ...(await call(workspace, request)) });
  });
  router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    refuse(workspace, response, error);
  });
  return router;
}

async function call(workspace: Workspace, request: Request): Promise<object> {
  const sent: Record<string, unknown> = { ...request.query, ...request.body };
  const token = request.headers.authorization?.replace(/^Bearer /, "") ?? sent.token;
  if (token === undefined) throw new Refusal("not_authed");
  if (token !== workspace.token) throw new Refusal("invalid_auth");
  const method = METHODS.get(String(request.params.method));
  if (!method) throw new Refusal("unknown_method");
  return method(workspace, sent);
}

/** What is refused is an answer too; anything else is a fault of the workspace. */
function refuse({ log }: Workspace, response: Response, error: unknown): void {
  if (!(error instanceof Refusal)) {
    log.error({ err: error }, "the workspace's Web API failed");
    response.json({ ok: false, error: "internal_error" });
    return;
  }
  const { error: code, messages, retryAfter } = error;
  if (messages.length > 0) log.warn({ code, messages }, "the workspace refused a call");
  if (retryAfter !== undefined) response.status(429).set("retry-after", String(retryAfter));
  response.json({ ok: false, error: code, ...(messages.length > 0 ? { response_metadata: { messages } } : {}) });
}
