import type { Request, Response } from "express";
import type { PageEvent } from "../wire.js";
import type { Workspace } from "../workspace.js";

/** Proxies and browsers drop what is silent for long; milliseconds. */
const HEARTBEAT = 20_000;

/** Tells a page everything from now on, as server-sent events. */
export function streamEvents(
  { audience, streams }: Workspace,
  userId: string,
  request: Request,
  response: Response,
): void {
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-cache, no-transform",
    connection: "keep-alive",
  });
  response.write(": listening\n\n");
  const stop = audience.listen(userId, (event: PageEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`));
  const heartbeat = setInterval(() => response.write(": still here\n\n"), HEARTBEAT).unref();
  streams.add(response);
  request.on("close", () => {
    streams.delete(response);
    stop();
    clearInterval(heartbeat);
  });
}
