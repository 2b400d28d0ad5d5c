import { describe, expect, it } from "vitest";
import { testDatabase } from "../../support/database.js";
import { ADA, CREATORS, TOKEN, testSlack } from "../../support/slack.js";

const slack = testSlack(testDatabase(), { listeners() {} });

const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

async function dropped(name: string, content: string | Buffer) {
  await slack.as(ADA).drop([{ name, content }]);
  const file = (await slack.as(ADA).messages()).at(-1)?.files?.[0];
  if (!file) throw new Error("no file");
  return file;
}

describe("a file that a person drops", () => {
  it("is fetched by the bot with its token, byte for byte", async () => {
    const content = Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0x00, 0xff]);
    const { id } = await dropped("odd name ü.csv", content);
    const { file } = await slack.client.files.info({ file: id });
    const response = await fetch(file?.url_private_download ?? "", withToken(TOKEN));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content);
    expect(file).toMatchObject({ size: content.length, name: "odd name ü.csv", channels: [CREATORS] });
  });

  it("is not given without the token: a sign-in page comes instead, as from Slack", async () => {
    const { id } = await dropped("a.csv", "secret");
    const { file } = await slack.client.files.info({ file: id });
    const response = await fetch(file?.url_private_download ?? "", withToken("xoxb-other"));
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).not.toContain("secret");
  });

  it("is saved and not opened by a browser, whatever it holds", async () => {
    const { url } = await dropped("a.html", "<script>alert(1)</script>");
    const response = await fetch(`${slack.url}${url}`);
    expect(response.headers.get("content-disposition")).toContain("attachment");
    expect(response.headers.get("content-type")).toContain("application/octet-stream");
  });
});

describe("files.uploadV2", () => {
  it("shows a file of the bot in a thread", async () => {
    const { ts = "" } = await slack.client.chat.postMessage({ channel: CREATORS, text: "done" });
    await slack.client.filesUploadV2({
      channel_id: CREATORS,
      thread_ts: ts,
      filename: "rejected.csv",
      content: "line,reason\n3,no handle\n",
      initial_comment: "1 row was rejected",
    });
    const shown = (await slack.as(ADA).messages()).at(-1);
    expect(shown).toMatchObject({
      threadTs: ts,
      text: "1 row was rejected",
      files: [{ name: "rejected.csv", bytes: 24 }],
    });
    const response = await fetch(`${slack.url}${shown?.files?.[0]?.url}`);
    expect(await response.text()).toBe("line,reason\n3,no handle\n");
  });

  it("takes several at once", async () => {
    const file = (at: number) => ({ file: Buffer.from(`a${at}`), filename: `${at}.csv` });
    await slack.client.filesUploadV2({ channel_id: CREATORS, file_uploads: [file(1), file(2)] });
    expect((await slack.as(ADA).messages()).at(-1)?.files?.map(({ name }) => name)).toEqual(["1.csv", "2.csv"]);
  });
});

describe("files.completeUploadExternal", () => {
  it("refuses a file whose bytes never came", async () => {
    const { file_id = "" } = await slack.client.files.getUploadURLExternal({ filename: "a.csv", length: 5 });
    const complete = slack.client.files.completeUploadExternal({ files: [{ id: file_id }], channel_id: CREATORS });
    await expect(complete).rejects.toThrow("file_not_found");
    await expect(slack.client.files.info({ file: file_id })).rejects.toThrow("file_not_found");
  });
});
