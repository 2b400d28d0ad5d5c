import type { Log } from "../../../core/log/index.js";
import { sign } from "./sign.js";

/** How long Slack waits for an acknowledgement; milliseconds. */
const PATIENCE = 3_000;

/** What came of a request: what the bot said in time, or why that does not count. */
type Acknowledgement = { ok: true; body: string } | { ok: false; reason: "http_timeout" | "http_error" };

interface BotRequest {
  body: string;
  contentType: "application/x-www-form-urlencoded" | "application/json";
  headers?: Record<string, string>;
}

/** Requests as Slack makes them. */
export interface Requests {
  post(request: BotRequest): Promise<Acknowledgement>;
  /** Sends a command, or anything else whose fields are a form. */
  form(fields: Record<string, string>): Promise<Acknowledgement>;
  /** Sends what a person did: JSON in the one field of a form. */
  interaction(payload: object): Promise<Acknowledgement>;
}

interface RequestOptions {
  url: string;
  signingSecret: string;
  now: () => Date;
  log: Log;
}

export function createRequests({ url, signingSecret, now, log }: RequestOptions): Requests {
  async function post({ body, contentType, headers }: BotRequest): Promise<Acknowledgement> {
    const at = Math.floor(now().getTime() / 1_000);
    const signed = {
      "content-type": contentType,
      "x-slack-request-timestamp": String(at),
      "x-slack-signature": sign(signingSecret, at, body),
    };
    try {
      const response = await fetch(url, {
        method: "POST",
        body,
        headers: { ...headers, ...signed },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (response.ok) return { ok: true, body: await response.text() };
      log.warn({ status: response.status }, "the bot refused a request of the workspace");
      return { ok: false, reason: "http_error" };
    } catch (error) {
      const isLate = error instanceof Error && error.name === "TimeoutError";
      return { ok: false, reason: isLate ? "http_timeout" : "http_error" };
    }
  }

  const form = (fields: Record<string, string>) =>
    post({ body: new URLSearchParams(fields).toString(), contentType: "application/x-www-form-urlencoded" });

  return { post, form, interaction: (payload) => form({ payload: JSON.stringify(payload) }) };
}
