import { z } from "zod";
import { Refusal } from "../refusal.js";
import { fileShape } from "../requests/shapes.js";
import { pageFile } from "../state/page-file.js";
import { BOT } from "../team.js";
import { channelOf, json, type Method, method, number } from "./method.js";
import { say } from "./say.js";

const info = method(z.looseObject({ file: z.string() }), async (workspace, { file }) => {
  const found = await workspace.files.find(file);
  if (!found?.isThere) throw new Refusal("file_not_found");
  return { file: fileShape(workspace, found) };
});

const getUploadUrl = method(
  z.looseObject({ filename: z.string().min(1), length: number.int().min(1) }),
  async ({ files, url }, { filename: name }) => {
    const { id } = await files.announce({ name, user: BOT.id });
    return { file_id: id, upload_url: `${url}/upload/${id}` };
  },
);

const completeUpload = method(
  z.looseObject({
    files: json.pipe(z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1)),
    channel_id: z.string().optional(),
    thread_ts: z.string().optional(),
    initial_comment: z.string().optional(),
    blocks: json.optional(),
  }),
  async (workspace, { files, channel_id, thread_ts: threadTs, initial_comment: text, blocks }) => {
    const channel = channel_id && channelOf(channel_id).id;
    const shared = await Promise.all(
      files.map(({ id, title }) => (channel ? workspace.files.share(id, channel, title) : workspace.files.find(id))),
    );
    const there = shared.filter((file) => file !== undefined).filter(({ isThere }) => isThere);
    if (there.length < files.length) throw new Refusal("file_not_found");
    if (channel) await say(workspace, { channel, threadTs, text, blocks, files: there.map(pageFile) });
    return { files: there.map((file) => fileShape(workspace, file)) };
  },
);

export const files: Record<string, Method> = {
  "files.info": info,
  "files.getUploadURLExternal": getUploadUrl,
  "files.completeUploadExternal": completeUpload,
};
