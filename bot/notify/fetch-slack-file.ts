import { Readable } from "node:stream";
import type { WebClient } from "@slack/web-api";
import { type FetchFile, MOST_BYTES, tooLarge } from "../../core/drops/index.js";
import { CrmError } from "../../core/errors/index.js";

/** The largest file comes through a slow line in less; milliseconds. */
const PATIENCE = 5 * 60_000;

/** Brings the bytes of a file that was dropped in Slack. */
export function fetchSlackFile(client: WebClient, token: string): FetchFile {
  return async (_place, fileId) => {
    const { name, url } = await askAbout(client, fileId);
    const response = await get(url, token, name);
    // Without the right token Slack answers with its sign-in page.
    const isPage = response.headers.get("content-type")?.startsWith("text/html") && !/\.html?$/i.test(name);
    if (!response.ok || !response.body || isPage) throw notFetched(name, `Slack answered ${response.status}`);
    return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]).on("error", () => undefined);
  };
}

async function askAbout(client: WebClient, fileId: string): Promise<{ name: string; url: string }> {
  const { file } = await client.files.info({ file: fileId }).catch((cause: unknown) => {
    throw notFetched("The file", cause instanceof Error ? cause.message : String(cause), cause);
  });
  const name = file?.name ?? fileId;
  if ((file?.size ?? 0) > MOST_BYTES) throw tooLarge(name);
  const url = file?.url_private_download ?? file?.url_private;
  if (url === undefined) throw notFetched(name, "Slack says no address for it");
  return { name, url };
}

async function get(url: string, token: string, name: string): Promise<Response> {
  const headers = { authorization: `Bearer ${token}` };
  try {
    return await fetch(url, { headers, signal: AbortSignal.timeout(PATIENCE) });
  } catch (cause) {
    throw notFetched(name, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

const notFetched = (name: string, why: string, cause?: unknown): CrmError =>
  new CrmError("unreachable", `${name} was not fetched: ${why}`, {
    say: `${name} could not be fetched from Slack (${why}). Nothing is lost: press Fetch again, or drop it again.`,
    cause,
  });
