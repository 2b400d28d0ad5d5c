import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateAccount, MADE_FILES } from "../../../core/generate/index.js";
import type { PageMessage } from "../wire.js";
import type { Workspace } from "../workspace.js";
import { postMessage } from "./post-message.js";

/** A fiftieth of a real account: seven files, a second of work. */
const SIZE = 0.02;

/** Somebody drops the files of a made account. */
export async function postDemo(
  workspace: Workspace,
  { as, channel }: { as: string; channel: string },
): Promise<PageMessage> {
  const directory = await mkdtemp(join(tmpdir(), "roster-demo-"));
  try {
    await generateAccount(directory, { size: SIZE, seed: 1 });
    const names = MADE_FILES.map((made) => `${made}.csv`);
    const files = await Promise.all(
      names.map(async (name) => ({ name, content: await readFile(join(directory, name)) })),
    );
    return await postMessage(workspace, { as, channel, text: "" }, files);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
