import { readFile } from "node:fs/promises";
import { z } from "zod";

/** What of the manifest is filled in or compared; the rest is passed on as it stands. */
const manifestSchema = z.looseObject({
  features: z.looseObject({
    slash_commands: z.array(z.looseObject({ command: z.string() })),
    shortcuts: z.array(z.looseObject({ callback_id: z.string(), type: z.enum(["global", "message"]) })),
    unfurl_domains: z.array(z.string()),
  }),
  oauth_config: z.looseObject({ scopes: z.looseObject({ bot: z.array(z.string()) }) }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ bot_events: z.array(z.string()) }),
    interactivity: z.looseObject({ is_enabled: z.boolean() }),
    socket_mode_enabled: z.boolean(),
  }),
});

export type SlackManifest = z.infer<typeof manifestSchema>;

/** What Slack is told of the app: its commands, shortcuts, events and scopes. */
export const readSlackManifest = async (): Promise<SlackManifest> =>
  manifestSchema.parse(JSON.parse(await readFile(new URL("./manifest.json", import.meta.url), "utf8")));

/** Where Bolt listens for everything. */
const PATH = "/slack/events";

/** How Slack reaches Roster: at an address, or through a connection that Roster opens itself. */
export type Reached = { publicUrl: string } | { socket: true };

/** The manifest as it is pasted into Slack. */
export function fillManifest(manifest: SlackManifest, reached: Reached): SlackManifest {
  const { features, settings } = manifest;
  if ("socket" in reached) return { ...manifest, settings: { ...settings, socket_mode_enabled: true } };
  const url = `${reached.publicUrl}${PATH}`;
  return {
    ...manifest,
    features: { ...features, slash_commands: features.slash_commands.map((command) => ({ ...command, url })) },
    settings: {
      ...settings,
      event_subscriptions: { request_url: url, ...settings.event_subscriptions },
      interactivity: { ...settings.interactivity, request_url: url, message_menu_options_url: url },
    },
  };
}
