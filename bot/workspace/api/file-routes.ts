import type { IncomingMessage } from "node:http";
import { pipeline } from "node:stream/promises";
import express, { type Request, type Response, Router } from "express";
import multer from "multer";
import type { Workspace } from "../workspace.js";

/** The largest file that a person or the bot may bring; bytes. */
export const MOST_FILE_BYTES = 100 * 1024 * 1024;

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: MOST_FILE_BYTES } });

/** Where the bot brings the bytes of a file it announced: as they are, or as the one part of a form. */
export function uploadRoutes({ files }: Workspace): Router {
  const router = Router();
  const raw = express.raw({ type: isNoForm, limit: MOST_FILE_BYTES });
  router.post("/:id", upload.any(), raw, async (request: Request, response: Response) => {
    const id = String(request.params.id);
    const [part] = Array.isArray(request.files) ? request.files : [];
    const content = part?.buffer ?? (Buffer.isBuffer(request.body) ? request.body : undefined);
    const file = await files.find(id);
    if (!file || file.isThere || !content || content.length === 0) {
      response.status(400).type("text").send("no such upload, or no bytes\n");
      return;
    }
    await files.write(id, content);
    response.type("text").send(`OK - ${content.length}`);
  });
  return router;
}

const isNoForm = ({ headers }: IncomingMessage) => !headers["content-type"]?.startsWith("multipart/");

/** Where the bot fetches files, with its token. */
export function fileRoutes(workspace: Workspace): Router {
  const router = Router();
  router.get("/:id/:name", async (request: Request, response: Response) => {
    if (request.headers.authorization !== `Bearer ${workspace.token}`) {
      // Slack shows its sign-in page instead of an error.
      response.type("html").send("<title>Sign in</title>");
      return;
    }
    await sendFile(workspace, request, response);
  });
  return router;
}

/** The bytes of a file, to be kept and not shown: it may hold anything. */
export async function sendFile({ files }: Workspace, request: Request, response: Response): Promise<void> {
  const file = await files.find(String(request.params.id));
  if (!file?.isThere) {
    response.status(404).type("text").send("no such file\n");
    return;
  }
  response.attachment(file.name).type(file.mimetype).set("x-content-type-options", "nosniff");
  await pipeline(files.read(file.id), response);
}
