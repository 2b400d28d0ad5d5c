import type { Command } from "commander";
import { CrmError } from "../../../core/errors/index.js";
import type { Reached } from "../../slack-manifest.js";
import { printJson, type TerminalCommand, type TerminalContext } from "../command.js";

interface ManifestOptions {
  socket?: boolean;
}

export const slackCommand: TerminalCommand = {
  name: "slack",
  summary: "set Slack up",
  register(command: Command, context: TerminalContext) {
    command
      .command("manifest")
      .summary("print what is pasted into Slack to make the app")
      .option("--socket", "for Socket Mode: Slack needs no way to this machine")
      .addHelpText(
        "after",
        `
Paste it at https://api.slack.com/apps (Create New App, From a manifest, JSON), install the app, and copy its bot token
and signing secret into .env; for Socket Mode also an app-level token with connections:write. Then: roster doctor`,
      )
      .action((options: ManifestOptions) => printManifest(options, context));
    command.action(() => {
      throw new CrmError("wrong-input", "slack without a word", { say: "Expected: roster slack manifest" });
    });
  },
};

async function printManifest({ socket }: ManifestOptions, context: TerminalContext): Promise<void> {
  const { PUBLIC_URL, SLACK_APP_TOKEN } = await context.config();
  const { fillManifest, readSlackManifest } = await import("../../slack-manifest.js");
  const reached = reachedBy({ socket: socket === true || SLACK_APP_TOKEN !== undefined, publicUrl: PUBLIC_URL });
  printJson(context, fillManifest(await readSlackManifest(), reached));
}

function reachedBy({ socket, publicUrl }: { socket: boolean; publicUrl?: string }): Reached {
  if (socket) return { socket };
  if (publicUrl?.startsWith("https://")) return { publicUrl };
  const got = publicUrl === undefined ? "it is not set" : `got ${publicUrl}`;
  throw new CrmError("wrong-input", "no way for Slack to reach Roster", {
    say: `Slack has to reach Roster: expected PUBLIC_URL as an https address, ${got}. Set it in .env, or print a manifest for Socket Mode, which needs no address: roster slack manifest --socket`,
  });
}
