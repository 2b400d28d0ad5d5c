import { readFile } from "node:fs/promises";
import { Router } from "express";
import { bundlePage, type PageBundle } from "./bundle-page.js";

/** Nothing from elsewhere: no script, style, font, picture or frame, and nobody may frame the page. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The page and its parts. They are bundled when they are first asked for, and kept in memory. */
export function servePage(): Router {
  const router = Router();
  const bundled = once(bundlePage);
  const file = (name: string) => once(() => readFile(new URL(name, import.meta.url), "utf8"));
  const serve = (path: string, type: string, read: () => Promise<string>) =>
    router.get(path, async (_request, response) => {
      const body = await read();
      response.set({
        "content-security-policy": POLICY,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-cache",
      });
      response.type(type).send(body);
    });
  const part = (name: keyof PageBundle) => async () => (await bundled())[name];
  serve("/", "html", file("page.html"));
  serve("/page.svg", "svg", file("page.svg"));
  serve("/page.js", "js", part("script"));
  serve("/page.css", "css", part("style"));
  return router;
}

/** Done at the first request; a failure is not kept, so that the next request tries again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
