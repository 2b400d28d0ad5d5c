import { RespondError } from "@slack/bolt";
import { ErrorCode } from "@slack/web-api";
import { CrmError } from "../core/errors/index.js";
import { answerTooOld, GONE } from "./respond-to.js";

/** What Slack refuses because of what a person did, or of how long it took; by its own words for it. */
const SAYS: Readonly<Record<string, string>> = {
  expired_trigger_id: "Slack opens a form within three seconds only, and this took longer. Try it again.",
  exchanged_trigger_id: "Slack has opened a form for this already. Try it again.",
  push_limit_reached:
    "Three views are open on top of each other, and Slack takes no more. Close one, and try it again.",
  not_found: "The view was closed before Roster had an answer for it. Open it again to see how things are.",
  ratelimited: "Slack hears more from Roster than it takes just now. Try it again in a minute.",
};

/** What Slack itself refused, in words; `undefined` for any other error. */
export function refusedBySlack(error: unknown): CrmError | undefined {
  if (error instanceof RespondError && error.statusCode === GONE) return answerTooOld();
  const said = slackErrorOf(error);
  const say = said === undefined ? undefined : SAYS[said];
  return say === undefined ? undefined : new CrmError("unreachable", `Slack says ${said}`, { say, cause: error });
}

/** Slack's own word for what it refused, such as `message_not_found`; `undefined` for any other error. */
export function slackErrorOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (error.code === ErrorCode.RateLimitedError) return "ratelimited";
  if (error.code !== ErrorCode.PlatformError || !("data" in error)) return undefined;
  const { data } = error;
  const said = typeof data === "object" && data !== null && "error" in data ? data.error : undefined;
  return typeof said === "string" ? said : undefined;
}
