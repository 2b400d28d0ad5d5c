import type { AuthorizeResult } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";

/**
 * Who the bot is, by its token: asked at the first request and remembered. Where Slack does not answer, the next request
 * asks again; Bolt's own way asks once, at the start, and would take a network that is dead then for a bot that is no one.
 */
export function authorizeBy(client: WebClient, token: string): () => Promise<AuthorizeResult> {
  let known: Promise<AuthorizeResult> | undefined;
  const ask = async (): Promise<AuthorizeResult> => {
    const { bot_id: botId, user_id: botUserId } = await client.auth.test();
    return { botToken: token, ...(botId ? { botId } : {}), ...(botUserId ? { botUserId } : {}) };
  };
  return () => {
    known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}
