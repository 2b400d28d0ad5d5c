import { createServer, type Server } from "node:http";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Express } from "express";
import { CrmError } from "../../../core/errors/index.js";
import type { Database } from "../../../core/mongo/index.js";
import { counted } from "../../in-words.js";
import { type MountedRoutes, print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";

interface StartOptions {
  only?: "web" | "worker";
  host: string;
  undoDays?: number;
  json?: boolean;
  /** Another process started this one, and it ends with that. */
  endWithParent?: boolean;
}

interface Running {
  /** Where the web server is reached. */
  web?: string;
  slack?: string;
  workspace?: string;
  database: string;
  worker: boolean;
}

/** Requests under way get so long to finish after Ctrl-C; milliseconds. */
const GRACE = 5_000;

/** A database that takes longer to answer a ping is not ready for people; milliseconds. */
const PING_PATIENCE = 2_000;

export const startCommand: TerminalCommand = {
  name: "start",
  summary: "run everything: database, web server, bot and worker",
  register(command: Command, context: TerminalContext) {
    command
      .addOption(new Option("--only <part>", "run one part in this process").choices(["web", "worker"]))
      .option("--host <address>", "where the web server listens; 0.0.0.0 in a container", "127.0.0.1")
      .option(
        "--undo-days <days>",
        "how long an import can be undone and its original is kept, from now on (at first 30)",
        readUndoDays,
      )
      .addOption(new Option("--end-with-parent").hideHelp())
      .action((options: StartOptions) => start(options, context));
  },
};

async function start(options: StartOptions, context: TerminalContext): Promise<void> {
  const { only, host, json, undoDays, endWithParent } = options;
  const stopped = context.untilStopped();
  const web = only === "worker" ? undefined : await serveWeb(host, context);
  try {
    const database = await context.database();
    const { ensureIndexes } = await import("../../../core/models.js");
    await ensureIndexes(database.connection);
    if (undoDays !== undefined) await keepUndoDays(database, undoDays, context);
    const mounted = await web?.open(database);
    const worker = only === "web" ? undefined : await startWorker(context, { mounted, endWithParent });

    const running = runningOf({ web: web?.address, database: database.how, worker: worker !== undefined }, mounted);
    if (json) printJson(context, running);
    else print(context, describeRunning(running));
    context.log.info(running, "started");

    await stopped;
    context.log.info("stopping");
    await worker?.stop();
    await mounted?.close();
  } finally {
    await web?.close();
  }
}

async function keepUndoDays({ connection }: Database, days: number, { stderr }: TerminalContext): Promise<void> {
  const { setUndoDays } = await import("../../../core/imports/index.js");
  await setUndoDays(connection, days);
  stderr.write(`Imports can be undone for ${counted(days, "day")} from now on. Then their originals go.\n`);
}

/** Beside a web server the worker is a process of its own: parsing never delays an answer. */
const startWorker = (
  context: TerminalContext,
  { mounted, endWithParent = false }: { mounted?: MountedRoutes; endWithParent?: boolean },
) =>
  mounted
    ? context.parts.spawnWorker(context, mounted.environment)
    : context.parts.startWorker(context, { endWithParent });

const runningOf = (running: Running, mounted: MountedRoutes | undefined): Running => ({
  ...running,
  ...(mounted ? { slack: mounted.slack } : {}),
  ...(mounted?.workspace ? { workspace: mounted.workspace } : {}),
});

interface Web {
  address: string;
  /** Begins to serve what needs the database. */
  open(database: Database): Promise<MountedRoutes>;
  close(): Promise<void>;
}

/** Listens before the database is open: alive and not ready is an answer, and a port that is taken is known at once. */
async function serveWeb(host: string, context: TerminalContext): Promise<Web> {
  const { default: express } = await import("express");
  const { PORT } = await context.config();
  let database: Database | undefined;

  const app = express().disable("x-powered-by");
  app.get("/healthz", (_request, response) => {
    response.json({ alive: true });
  });
  app.get("/readyz", async (_request, response) => {
    const ready = database !== undefined && (await answers(database));
    response.status(ready ? 200 : 503).json({ ready, database: ready ? "answers" : "does not answer" });
  });

  const { server, port } = await listen(app, host, PORT);
  const address = `http://${host === "0.0.0.0" ? "localhost" : host}:${port}`;
  return {
    address,
    async open(opened) {
      const mounted = await context.parts.mountRoutes(app, context, { address });
      database = opened;
      return mounted;
    },
    close: () => close(server),
  };
}

async function answers(database: Database): Promise<boolean> {
  const ping = database.connection.db?.command({ ping: 1 }, { timeoutMS: PING_PATIENCE });
  return (await ping?.catch(() => undefined))?.ok === 1;
}

function listen(app: Express, host: string, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer(app);
    server.once("error", (error) => reject(cannotListen(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ server, port: typeof address === "object" && address !== null ? address.port : port });
    });
  });
}

function cannotListen(cause: Error, host: string, port: number): CrmError {
  const code = "code" in cause ? cause.code : undefined;
  if (code === "EADDRINUSE") {
    const say = `Port ${port} is taken by another program (Roster itself, in another window?). Set PORT to a free one: PORT=${port + 1} npm start`;
    return new CrmError("conflict", `port ${port} is taken`, { say, cause });
  }
  if (code === "EACCES") {
    return new CrmError("forbidden", `Port ${port} may not be opened by this user: set PORT to 1024 or more.`, {
      cause,
    });
  }
  return new CrmError("wrong-input", `Cannot listen on ${host}:${port}: ${cause.message}`, { cause });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(impatience);
}

function describeRunning({ web, slack, workspace, database, worker }: Running): string {
  return [
    "Roster is running.",
    "",
    ...(web ? [`  Web       ${web}`] : []),
    ...(slack ? [`  Slack     ${slack}`] : []),
    `  Database  ${database}`,
    `  Worker    ${worker ? "runs" : "not here; roster start --only worker runs one"}`,
    "",
    ...(workspace ? [`Open ${workspace} in a browser, and drop the demo files.`, ""] : []),
    "Try next, in another terminal:",
    "  npm run -s roster -- doctor          checks everything, and says how to fix it",
    "  npm run -s roster -- import FILE     takes in an export",
    "  npm run -s roster -- lookup HANDLE   shows a creator",
    "",
    "Ctrl-C stops it.",
  ].join("\n");
}

/** Longer than anybody keeps exports: ten years. */
const MOST_UNDO_DAYS = 3_660;

function readUndoDays(text: string): number {
  const days = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (days >= 1 && days <= MOST_UNDO_DAYS) return days;
  throw new InvalidArgumentError(`Expected a number of days from 1 to ${MOST_UNDO_DAYS}, such as 60.`);
}
