import { ErrorCode } from "@slack/web-api";
import type { Connection } from "mongoose";
import { holdTurns, type Pace, waitForTurn } from "../../core/notify/index.js";

/** Slack takes about 50 updates a minute of a workspace, from all processes together. */
export const UPDATES: Pace = { name: "slack updates", every: 3_000 };

/** Calls that are made anew after Slack said that there were too many. */
const MOST_TRIES = 5;

/** Makes a call of the Web API; where Slack asks to wait, all processes wait. */
export async function withPatience<T>(db: Connection, call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const seconds = retryAfter(error);
      if (seconds === undefined || tries === MOST_TRIES) throw error;
      await holdTurns(db, UPDATES, seconds * 1_000);
      await waitForTurn(db, UPDATES);
    }
  }
}

/** The seconds that Slack asks to wait; nothing for any other error. */
function retryAfter(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("code" in error) || error.code !== ErrorCode.RateLimitedError) return undefined;
  return "retryAfter" in error && typeof error.retryAfter === "number" ? error.retryAfter : 1;
}
