import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, CommanderError } from "commander";
import type { Parts, TerminalCommand, TerminalContext } from "./bot/terminal/command.js";
import { addCommand } from "./bot/terminal/commands/add.js";
import { auditCommand } from "./bot/terminal/commands/audit.js";
import { brandsCommand } from "./bot/terminal/commands/brands.js";
import { doctorCommand } from "./bot/terminal/commands/doctor.js";
import { doublesCommand } from "./bot/terminal/commands/doubles.js";
import { editCommand } from "./bot/terminal/commands/edit.js";
import { findCommand } from "./bot/terminal/commands/find.js";
import { forgetCommand } from "./bot/terminal/commands/forget.js";
import { generateCommand } from "./bot/terminal/commands/generate.js";
import { importCommand } from "./bot/terminal/commands/import.js";
import { importsCommand } from "./bot/terminal/commands/imports.js";
import { lookupCommand } from "./bot/terminal/commands/lookup.js";
import { mappingsCommand } from "./bot/terminal/commands/mappings.js";
import { mergeCommand } from "./bot/terminal/commands/merge.js";
import { noteCommand } from "./bot/terminal/commands/note.js";
import { peopleCommand } from "./bot/terminal/commands/people.js";
import { pickCommand } from "./bot/terminal/commands/pick.js";
import { releaseCommand } from "./bot/terminal/commands/release.js";
import { segmentsCommand } from "./bot/terminal/commands/segments.js";
import { sheetsCommand } from "./bot/terminal/commands/sheets.js";
import { slackCommand } from "./bot/terminal/commands/slack.js";
import { startCommand } from "./bot/terminal/commands/start.js";
import { statusCommand } from "./bot/terminal/commands/status.js";
import { tagCommand } from "./bot/terminal/commands/tag.js";
import { undoCommand } from "./bot/terminal/commands/undo.js";
import { unmergeCommand } from "./bot/terminal/commands/unmerge.js";
import { whitelistCommand } from "./bot/terminal/commands/whitelist.js";
import { openContext, type TerminalOptions } from "./bot/terminal/open-context.js";
import { asEnvironment, readServiceAccount } from "./core/config/index.js";
import { CrmError, type CrmErrorCode, explainError } from "./core/errors/index.js";

const COMMANDS: readonly TerminalCommand[] = [
  startCommand,
  importCommand,
  importsCommand,
  undoCommand,
  lookupCommand,
  findCommand,
  addCommand,
  editCommand,
  tagCommand,
  statusCommand,
  whitelistCommand,
  noteCommand,
  mergeCommand,
  unmergeCommand,
  pickCommand,
  releaseCommand,
  forgetCommand,
  doublesCommand,
  segmentsCommand,
  peopleCommand,
  auditCommand,
  brandsCommand,
  sheetsCommand,
  mappingsCommand,
  slackCommand,
  generateCommand,
  doctorCommand,
];

/** What `roster start` runs besides the database and the web server. */
const PARTS: Parts = {
  async mountRoutes(app, context, { address }) {
    const [{ connectSlack }, { openQueue }, { createApi }] = await Promise.all([
      import("./bot/connect-slack.js"),
      import("./jobs/open-queue.js"),
      import("./sheets-addon/server/index.js"),
    ]);
    const { log } = context;
    const [config, { connection: db }] = await Promise.all([context.config(), context.database()]);
    const bot = { db, queue: await openQueue(db, log), log, now: () => new Date(), publicUrl: config.PUBLIC_URL };
    const serviceAccount = (await readServiceAccount(config))?.email;
    app.use("/api/v1", createApi({ ...bot, serviceAccount }));
    const { token, slackApiUrl, workspace, how, stop } = await connectSlack(app, { config, bot, address });
    return {
      environment: { SLACK_BOT_TOKEN: token, ...(slackApiUrl ? { SLACK_API_URL: slackApiUrl } : {}) },
      slack: how,
      ...(workspace ? { workspace } : {}),
      close: stop,
    };
  },
  async startWorker(context, options) {
    if (options.endWithParent) (await import("./jobs/keep-worker.js")).endWithParent();
    const [{ startWorker }, { slackOfWorker }] = await Promise.all([
      import("./jobs/worker.js"),
      import("./bot/notify/slack-of-worker.js"),
    ]);
    const [config, { connection: db }] = await Promise.all([context.config(), context.database()]);
    const parts = { db, log: context.log, now: () => new Date() };
    const account = await readServiceAccount(config);
    const refreshTab =
      account && (await import("./sheets-addon/server/push/index.js")).scheduledRefresh(parts, account);
    const slack = await slackOfWorker(db, config);
    if (slack === undefined) context.stderr.write(`${NO_SLACK}\n`);
    return startWorker({ ...parts, ...slack, refreshTab });
  },
  async spawnWorker(context, environment) {
    const { keepWorker } = await import("./jobs/keep-worker.js");
    const [config, { uri }] = await Promise.all([context.config(), context.database()]);
    const { log, stderr } = context;
    const env = { ...process.env, ...asEnvironment(config), ...environment, MONGODB_URI: uri };
    return keepWorker({ command: WORKER, env, log, stderr });
  },
};

/** What a worker says that was started by itself, before any web process or without its token. */
const NO_SLACK =
  "This worker reaches no Slack: files dropped there wait, and digests are not sent. Give it the SLACK_BOT_TOKEN of the web process; for the workspace that Roster brings along, start that process first.";

/** This program again. A preview, an import and an undo, which run beside each other, take a third of this memory each. */
const WORKER = [
  "--max-old-space-size=512",
  "--max-semi-space-size=8",
  "--import",
  import.meta.resolve("tsx"),
  fileURLToPath(import.meta.url),
  "start",
  "--only",
  "worker",
  "--end-with-parent",
];

/** 0 done, 1 understood and not done, 2 wrong usage, 3 could not reach something. */
const EXIT: Record<CrmErrorCode, number> = {
  "wrong-input": 2,
  refused: 1,
  "not-found": 1,
  conflict: 1,
  forbidden: 1,
  unreachable: 3,
};

/** Runs one command line, without `node` and the script's name. Answers the exit status; never throws. */
export async function run(argv: readonly string[], options: TerminalOptions): Promise<number> {
  const { context, close } = openContext(options, PARTS);
  try {
    await createProgram(context).parseAsync(argv, { from: "user" });
    return 0;
  } catch (error) {
    return report(await inWords(error), context);
  } finally {
    await close();
  }
}

function createProgram(context: TerminalContext): Command {
  const program = new Command("roster")
    .description("The creator CRM for TikTok Shop brands.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    });
  for (const { name, summary, register } of COMMANDS) {
    const command = program.command(name).summary(summary).description(summary);
    register(command.option("--json", "one JSON document on standard output"), context);
  }
  return program;
}

/** An error of the driver becomes ours where it only says that the database is away. */
async function inWords(error: unknown): Promise<unknown> {
  if (error instanceof CrmError || error instanceof CommanderError) return error;
  const { lostConnection } = await import("./core/mongo/index.js");
  return lostConnection(error) ?? error;
}

/** The one place where an error of a command becomes words and an exit status. */
function report(error: unknown, { stderr, log }: TerminalContext): number {
  if (error instanceof CommanderError) {
    return error.code === "commander.helpDisplayed" || error.code === "commander.version" ? 0 : 2;
  }
  if (error instanceof CrmError) {
    stderr.write(`${error.sayOn("terminal")}\n`);
    return EXIT[error.code];
  }
  stderr.write(`${explainError(error, log, "terminal")}\n`);
  return 1;
}

/** As a program: what is piped into `head` ends quietly when `head` has seen enough. */
async function runAsProgram(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  const { stdin, stdout, stderr, env } = process;
  const code = await run(process.argv.slice(2), { stdin, stdout, stderr, env, directory: process.cwd() });
  // A queue's timer may still be set, for a run that never comes: what was printed is written, and that is the end.
  stdout.write("", () => process.exit(code));
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await runAsProgram();
}
