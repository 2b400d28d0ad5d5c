import { service, type World } from "./realm.js";
import type { Blob } from "./services.js";

/** A request on its way to whoever answers it. */
export interface Request {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
  form?: Record<string, string | Blob>;
}

/** An answer; without one, there is no way there. */
export interface Heard {
  status: number;
  headers: Record<string, string>;
  text: string;
}

interface Options {
  method?: string;
  headers?: Record<string, string>;
  contentType?: string;
  payload?: string | Record<string, string | Blob>;
}

const OPTIONS = new Set(["method", "headers", "contentType", "payload", "muteHttpExceptions", "followRedirects"]);
const METHODS = new Set(["get", "post", "put", "delete", "patch"]);

export function makeUrlFetchApp(send: (request: Request) => Heard | undefined, allowed: string, world: World) {
  return service(
    "UrlFetchApp",
    {
      fetch(url: string, options: Options = {}) {
        const heard = send(readRequest(url, options, allowed));
        if (!heard) throw new Error(`Address unavailable: ${url}`);
        return service(
          "HTTPResponse",
          {
            getResponseCode: () => heard.status,
            getContentText: () => heard.text,
            getAllHeaders: () => heard.headers,
          },
          world,
        );
      },
    },
    world,
  );
}

function readRequest(url: string, options: Options, allowed: string): Request {
  for (const name of Object.keys(options)) if (!OPTIONS.has(name)) throw new Error(`Unexpected option: ${name}`);
  if (!url.startsWith(allowed)) throw new Error(`The script is not permitted to access ${url}`);
  const { method = "get", headers = {}, contentType, payload } = options;
  if (!METHODS.has(method)) throw new Error(`Attribute provided with invalid value: method ${method}`);
  const all = { ...headers, ...(contentType ? { "content-type": contentType } : {}) };
  if (typeof payload === "string") return { url, method, headers: all, body: payload };
  return { url, method, headers: all, ...(payload ? { form: { ...payload } } : {}) };
}
