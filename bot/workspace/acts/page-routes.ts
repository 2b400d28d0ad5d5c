import express, { type NextFunction, type Request, type Response, Router } from "express";
import multer from "multer";
import { MOST_FILE_BYTES, sendFile } from "../api/file-routes.js";
import { Refusal } from "../refusal.js";
import type { Workspace } from "../workspace.js";
import { act } from "./act.js";
import { askOptions } from "./ask-options.js";
import { leaveView } from "./leave-view.js";
import { openHome } from "./open-home.js";
import { pageState } from "./page-state.js";
import { postDemo } from "./post-demo.js";
import { type BroughtFile, postMessage } from "./post-message.js";
import { asked, readAsked } from "./read-asked.js";
import { runCommand } from "./run-command.js";
import { runShortcut } from "./run-shortcut.js";
import { streamEvents } from "./stream-events.js";
import { uploadFiles } from "./upload-files.js";

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: MOST_FILE_BYTES, files: 20 } });

/** What the page asks, as wire.ts says. */
export function pageRoutes(workspace: Workspace): Router {
  const router = Router();
  const post = (path: string, answer: (body: unknown) => Promise<object | undefined> | object | undefined) => {
    router.post(path, express.json({ limit: "1mb" }), async (request: Request, response: Response) => {
      response.json((await answer(request.body)) ?? {});
    });
  };

  router.get("/state", async ({ query }: Request, response: Response) => {
    response.json(await pageState(workspace, readAsked(asked.me, query).as));
  });
  router.get("/events", (request: Request, response: Response) => {
    streamEvents(workspace, readAsked(asked.me, request.query).as, request, response);
  });
  router.get("/files/:id/:name", (request: Request, response: Response) => sendFile(workspace, request, response));
  router.post("/message", upload.array("files"), async (request: Request, response: Response) => {
    response.json(await takeMessage(workspace, request));
  });
  router.post("/files", upload.array("files"), async (request: Request, response: Response) => {
    response.json(await uploadFiles(workspace, readAsked(asked.me, request.body).as, broughtBy(request)));
  });
  post("/command", async (body) => void (await runCommand(workspace, readAsked(asked.command, body))));
  post("/action", async (body) => void (await act(workspace, readAsked(asked.action, body))));
  post("/view", (body) => leaveView(workspace, readAsked(asked.view, body)));
  post("/shortcut", async (body) => void (await runShortcut(workspace, readAsked(asked.shortcut, body))));
  post("/options", (body) => askOptions(workspace, readAsked(asked.options, body)));
  post("/open-home", (body) => openHome(workspace, readAsked(asked.place, body).as) ?? {});
  post("/demo", (body) => {
    const { as, channel = "C0CREATORS" } = readAsked(asked.place, body);
    return postDemo(workspace, { as, channel });
  });
  router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    fail(workspace, response, error);
  });
  return router;
}

async function takeMessage(workspace: Workspace, request: Request) {
  const { message: sent }: { message: unknown } = request.body;
  const message = readAsked(asked.message, typeof sent === "string" ? JSON.parse(sent) : sent);
  return postMessage(workspace, message, broughtBy(request));
}

const broughtBy = ({ files }: Request): BroughtFile[] =>
  (Array.isArray(files) ? files : []).map(({ originalname, buffer }) => ({
    name: nameIn(originalname),
    content: buffer,
  }));

/** Browsers send names as UTF-8; multer reads them as Latin-1. */
const nameIn = (sent: string): string => Buffer.from(sent, "latin1").toString("utf8");

function fail({ log }: Workspace, response: Response, error: unknown): void {
  const isTooLarge = error instanceof multer.MulterError && error.code === "LIMIT_FILE_SIZE";
  if (isTooLarge) response.status(413).json({ error: "A file may have 100 MB at most." });
  else if (error instanceof Refusal) response.status(400).json({ error: error.messages.join("; ") || error.error });
  else {
    log.error({ err: error }, "the workspace failed");
    response.status(500).json({ error: "The workspace failed; the log says more." });
  }
}
