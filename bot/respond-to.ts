import type { RespondFn } from "@slack/bolt";
import { RespondError } from "@slack/bolt";

/** Answers where a `response_url` leads that came with an earlier press: a view that was opened from there has none. */
export const respondTo =
  (url: string): RespondFn =>
  async (message) => {
    const body = JSON.stringify(typeof message === "string" ? { text: message } : message);
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (response.ok) return response;
    throw new RespondError(`a response_url answered ${response.status}`, response.status);
  };
