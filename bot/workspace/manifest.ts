import { readFile } from "node:fs/promises";
import { z } from "zod";

/** What the workspace reads of the app's manifest. */
const manifest = z.looseObject({
  features: z
    .looseObject({
      slash_commands: z
        .array(
          z.looseObject({
            command: z.string(),
            description: z.string().default(""),
            usage_hint: z.string().default(""),
          }),
        )
        .default([]),
      shortcuts: z
        .array(z.looseObject({ name: z.string(), callback_id: z.string(), type: z.enum(["global", "message"]) }))
        .default([]),
      unfurl_domains: z.array(z.string()).default([]),
    })
    .prefault({}),
  oauth_config: z
    .looseObject({ scopes: z.looseObject({ bot: z.array(z.string()).default([]) }).prefault({}) })
    .prefault({}),
});

export type Manifest = z.infer<typeof manifest>;

const PATH = new URL("../manifest.json", import.meta.url);

let read: Promise<Manifest> | undefined;

/** The app as it would be installed in a real workspace. */
export function readManifest(): Promise<Manifest> {
  read ??= readFile(PATH, "utf8").then((text) => manifest.parse(JSON.parse(text)));
  return read;
}
