import { createServer, type RequestListener } from "node:http";
import { buffer } from "node:stream/consumers";
import { type LogLevel, WebClient } from "@slack/web-api";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchSlackFile } from "../../../bot/notify/fetch-slack-file.js";
import { readDrop } from "../../../core/drops/index.js";
import { log, now, receive } from "../../core/drops/make-drop.js";
import { testDatabase } from "../../support/database.js";
import { makeBrands } from "../../support/make-imports.js";

const db = testDatabase();

/** A Slack of which only the download is of interest. */
async function slackWith(download: RequestListener, size = 10): Promise<string> {
  const server = createServer((request, response) => {
    if (request.url !== "/api/files.info") return download(request, response);
    const file = { id: "F1", name: "euka.csv", size, url_private_download: `${url}/file` };
    response.setHeader("content-type", "application/json").end(JSON.stringify({ ok: true, file }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return url;
}

const fetchFrom = (url: string) =>
  fetchSlackFile(
    new WebClient("xoxb-1", { slackApiUrl: `${url}/api/`, retryConfig: { retries: 0 }, logLevel: "error" as LogLevel }),
    "xoxb-1",
  );

describe("fetchSlackFile", () => {
  it("brings the bytes, with the bot's token", async () => {
    const url = await slackWith((request, response) => response.end(request.headers.authorization));
    expect(String(await buffer(await fetchFrom(url)("slack:C1", "F1")))).toBe("Bearer xoxb-1");
  });

  it("takes Slack's sign-in page for no file", async () => {
    const page: RequestListener = (_request, response) =>
      response.setHeader("content-type", "text/html").end("<title>");
    const url = await slackWith(page);
    await expect(fetchFrom(url)("slack:C1", "F1")).rejects.toMatchObject({ code: "unreachable" });
  });

  it("does not begin to fetch what is too large", async () => {
    const url = await slackWith((_request, response) => response.end(), 200 * 1024 * 1024);
    await expect(fetchFrom(url)("slack:C1", "F1")).rejects.toMatchObject({ code: "refused" });
  });

  it("says that nothing is lost when the network is away", async () => {
    const nowhere = fetchFrom("http://127.0.0.1:9");
    await expect(nowhere("slack:C1", "F1")).rejects.toMatchObject({ say: expect.stringContaining("Nothing is lost") });
  });

  it("leaves a file that breaks off to be fetched again", async () => {
    await makeBrands(db);
    const url = await slackWith((_request, response) => {
      response.writeHead(200, { "content-length": "1000" }).write("handle,email\n");
      setTimeout(() => response.destroy(), 50);
    });
    const received = await receive(db, ["euka.csv"], { placeBrand: "default" });
    const id = received?._id ?? "";
    await readDrop(db, id, { fetch: fetchFrom(url), now, log });
    const [file] = (await db.collection("drops").findOne({ _id: id as never }))?.files ?? [];
    expect(file).toMatchObject({
      state: { is: "missing", say: expect.stringContaining("did not come through whole") },
    });
  });
});
