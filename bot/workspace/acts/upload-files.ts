import { pageFile } from "../state/page-file.js";
import type { PageFile } from "../wire.js";
import type { Workspace } from "../workspace.js";
import type { BroughtFile } from "./post-message.js";

/** Somebody puts files into a view's file input: they are there for the bot, and in no channel. */
export async function uploadFiles(
  { files }: Workspace,
  user: string,
  brought: readonly BroughtFile[],
): Promise<{ files: PageFile[] }> {
  const kept = await Promise.all(
    brought.map(async ({ name, content }) => {
      const { id } = await files.announce({ name, user });
      await files.write(id, content);
      return files.find(id);
    }),
  );
  return { files: kept.filter((file) => file !== undefined).map(pageFile) };
}
