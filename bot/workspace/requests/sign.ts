import { createHmac } from "node:crypto";

/** Slack's signature over a request, version 0; `at` in seconds. */
export function sign(signingSecret: string, at: number, body: string): string {
  return `v0=${createHmac("sha256", signingSecret).update(`v0:${at}:${body}`).digest("hex")}`;
}
