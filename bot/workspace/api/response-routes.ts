import express, { type NextFunction, type Request, type Response, Router } from "express";
import { Refusal } from "../refusal.js";
import type { Workspace } from "../workspace.js";
import { respond } from "./respond.js";

/** Answers that come to a `response_url`: no token, the address itself is the secret. */
export function responseRoutes(workspace: Workspace): Router {
  const router = Router();
  router.post("/:id", express.json({ limit: "4mb" }), async (request: Request, response: Response) => {
    await respond(workspace, workspace.responseUrls.use(String(request.params.id)), request.body);
    response.type("text").send("ok");
  });
  router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const { code, messages } = wordsOf(error);
    workspace.log.warn({ code, messages, err: error }, "the workspace refused an answer to a response_url");
    response
      .status(code.endsWith("_url") ? 404 : 400)
      .json({ ok: false, error: code, response_metadata: { messages } });
  });
  return router;
}

const wordsOf = (error: unknown): { code: string; messages: string[] } =>
  error instanceof Refusal ? { code: error.error, messages: error.messages } : { code: "internal_error", messages: [] };
