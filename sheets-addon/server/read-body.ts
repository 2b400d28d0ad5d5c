import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import multer from "multer";
import { z } from "zod";
import { Refusal } from "./problem.js";
import type { Route } from "./route.js";

const USUAL_BODY = 100 * 1024;
/** Exports of a whole account are below; bytes. */
const MOST_UPLOAD = 50 * 1024 * 1024;

/** What a form holds, beside the texts of its other fields: one file, kept until the answer is given. */
export const FORM = {
  file: z.object({ name: z.string(), path: z.string() }),
  /** Keeps the file longer, until work is over. */
  keepUntil: z.custom<(work: Promise<unknown>) => void>((value) => typeof value === "function"),
};
const shape = z.object(FORM);
export type Form = z.infer<typeof shape>;

/** The JSON of a request. It is read once who asks is known: strangers get nothing large into memory. */
export async function readJson(request: Request, response: Response, { most = USUAL_BODY }: Route): Promise<unknown> {
  if (!request.is(["json", "+json"])) {
    throw new Refusal(415, "not-json", "Expected a JSON body, with content-type: application/json.");
  }
  await run(express.json({ limit: most, strict: true }), request, response);
  return request.body ?? {};
}

/** Takes the form of a request in, hands it on, and throws the file away after. */
export async function withForm<T>(
  request: Request,
  response: Response,
  use: (form: Form & { fields: unknown }) => Promise<T>,
): Promise<T> {
  if (!request.is("multipart/form-data")) {
    throw new Refusal(415, "wrong-input", "Expected multipart/form-data with one part named file.");
  }
  const held: Promise<unknown>[] = [];
  const folder = await mkdtemp(join(tmpdir(), "roster-upload-"));
  try {
    const storage = multer.diskStorage({
      destination: folder,
      filename: (_request, _file, named) => named(null, "file"),
    });
    const limits = { fileSize: MOST_UPLOAD, files: 1, fields: 20, fieldSize: 10_000, fieldNameSize: 100 };
    await run(multer({ storage, limits, defParamCharset: "utf8" }).single("file"), request, response);
    const { file } = request;
    if (!file) throw new Refusal(400, "wrong-input", "Expected one part named file, with the file in it; got none.");
    return await use({
      file: { name: nameOf(file.originalname), path: file.path },
      keepUntil: (work) => held.push(work),
      fields: { ...request.body },
    });
  } finally {
    void Promise.allSettled(held).then(() => rm(folder, { recursive: true, force: true }));
  }
}

const nameOf = (original: string): string => original.split(/[/\\]/).at(-1)?.trim().slice(0, 200) || "file.csv";

const run = (handler: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    const next: NextFunction = (error?: unknown) => (error === undefined ? resolve() : reject(error));
    void handler(request, response, next);
  });
