import type { RespondFn } from "@slack/bolt";
import { RespondError } from "@slack/bolt";
import { CrmError } from "../core/errors/index.js";

/** What a `response_url` says that was used five times, or is older than half an hour. */
export const GONE = 404;

/** Answers where a `response_url` leads that came with an earlier press: a view that was opened from there has none. */
export const respondTo =
  (url: string): RespondFn =>
  async (message) => {
    const body = JSON.stringify(typeof message === "string" ? { text: message } : message);
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (response.ok) return response;
    if (response.status === GONE) throw answerTooOld();
    throw new RespondError(`a response_url answered ${response.status}`, response.status);
  };

const GONE_MESSAGE = "a response_url is gone";

export const isGone = (error: unknown): boolean => error instanceof CrmError && error.message === GONE_MESSAGE;

export const answerTooOld = (): CrmError =>
  new CrmError("unreachable", GONE_MESSAGE, {
    say: "Slack lets a message be answered for half an hour only, and this one is older. Ask again.",
  });
