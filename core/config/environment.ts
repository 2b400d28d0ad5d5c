import { z } from "zod";

/** What is explained and counted, and never printed. Registered last: each refinement of a schema is a new schema. */
const secrets = z.registry<{ secret: true }>();
const SECRET = { secret: true } as const;

/**
 * Every environment variable Roster reads. The description is what `roster doctor` and `.env.example` say; an error
 * message says what was expected, because it ends up in front of whoever wrote the value.
 */
export const environmentSchema = z.object({
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/\S+$/, "expected mongodb://host:port/database or mongodb+srv://…")
    .optional()
    .describe("The MongoDB to use, a replica set. Unset, Roster runs its own and keeps the data in ROSTER_DATA_DIR.")
    .register(secrets, SECRET),
  ROSTER_DATA_DIR: z
    .string()
    .default(".roster")
    .describe("The directory for everything Roster stores on this machine. Default .roster in the working directory."),
  MONGOD_BINARY: z
    .string()
    .optional()
    .describe("Path of the mongod that Roster runs. Unset, it is looked for on the PATH, then fetched once."),
  PORT: z.coerce
    .number("expected a number from 0 to 65535")
    .int("expected a whole number from 0 to 65535")
    .min(0, "expected a number from 0 to 65535")
    .max(65_535, "expected a number from 0 to 65535")
    .default(3000)
    .describe("The port of the web server. Default 3000; 0 takes any free one."),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: "expected an address such as https://crm.example.com" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional()
    .describe("The address at which the internet reaches the web server: links in mails, webhooks, the add-on."),
  SLACK_BOT_TOKEN: z
    .string()
    .startsWith("xoxb-", "expected the bot token, which begins with xoxb-")
    .optional()
    .describe("Bot token of the Slack app (OAuth & Permissions), begins with xoxb-.")
    .register(secrets, SECRET),
  SLACK_SIGNING_SECRET: z
    .string()
    .optional()
    .describe("Signing secret of the Slack app (Basic Information).")
    .register(secrets, SECRET),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith("xapp-", "expected the app-level token, which begins with xapp-")
    .optional()
    .describe("App-level token for Socket Mode (Basic Information), begins with xapp-. Not needed with PUBLIC_URL.")
    .register(secrets, SECRET),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/, error: "expected an address such as http://127.0.0.1:3000/workspace/api/" })
    .optional()
    .describe("Where Slack's Web API is. Unset, at Slack; the worker is told by `start` where its own workspace is."),
  GOOGLE_SERVICE_ACCOUNT: z
    .string()
    .optional()
    .describe("Key of the Google service account that writes sheets: the JSON itself, or the path of its file.")
    .register(secrets, SECRET),
});

export type Environment = z.infer<typeof environmentSchema>;
export type VariableName = keyof Environment;

export interface Variable {
  name: VariableName;
  description: string;
  secret: boolean;
}

/** Every variable in the order of the schema, as `doctor` and `.env.example` show them. */
export const VARIABLES: readonly Variable[] = Object.entries(environmentSchema.shape).map(([name, schema]) => ({
  name: name as VariableName,
  description: schema.description ?? "",
  secret: secrets.has(schema),
}));
