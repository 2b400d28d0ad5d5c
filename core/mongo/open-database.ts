import { MongoParseError } from "mongodb";
import mongoose, { type Connection } from "mongoose";
import type { Config } from "../config/index.js";
import { CrmError } from "../errors/index.js";
import type { Log } from "../log/index.js";
import { startEmbedded } from "./embedded/start-embedded.js";

export interface Database {
  uri: string;
  connection: Connection;
  /** Which MongoDB this is, in words without secrets. */
  how: string;
  close(): Promise<void>;
}

export interface OpenOptions {
  log: Log;
  /** Tells the person who waits which MongoDB is being fetched and started. Left out, the log is told. */
  tell?: (line: string) => void;
}

/** A server that has not answered by then is not there; milliseconds. */
const PATIENCE = 5_000;

const DEFAULT_NAME = "roster";

/** Opens the database that MONGODB_URI names, else the embedded one. Throws `unreachable` with what to do. */
export async function openDatabase(
  config: Pick<Config, "MONGODB_URI" | "ROSTER_DATA_DIR" | "MONGOD_BINARY" | "searchPath" | "cacheDir">,
  { log, tell = (line) => log.info(line) }: OpenOptions,
): Promise<Database> {
  return config.MONGODB_URI === undefined ? openEmbedded(config, log, tell) : openGiven(config.MONGODB_URI);
}

async function openGiven(uri: string): Promise<Database> {
  const shown = withoutSecrets(uri);
  const connection = await connect(uri).catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (cause instanceof MongoParseError) {
      throw new CrmError("wrong-input", `MONGODB_URI: expected a MongoDB address; got one with a mistake: ${reason}`);
    }
    const say = [
      `MongoDB at ${shown} (MONGODB_URI) does not answer: ${reason}`,
      "Check that it runs and that address, user and password are right; or unset MONGODB_URI to use Roster's own.",
    ].join("\n");
    throw new CrmError("unreachable", `MongoDB at ${shown} does not answer`, { say, cause });
  });
  return { uri, connection, how: `MongoDB at ${shown}, from MONGODB_URI`, close: () => connection.close() };
}

async function openEmbedded(
  config: Parameters<typeof startEmbedded>[0]["config"],
  log: Log,
  tell: (line: string) => void,
): Promise<Database> {
  const server = await startEmbedded({ config, tell });
  let released = false;
  void server.ended.then(() => released || log.error("the embedded MongoDB ended; start Roster again"));
  const release = () => {
    released = true;
    server.release();
  };

  try {
    const connection = await connect(server.uri);
    const close = async () => {
      await connection.close();
      release();
    };
    return { uri: server.uri, connection, how: server.how, close };
  } catch (error) {
    release();
    throw error;
  }
}

/** Indexes and collections are made by the migrations, never as a side effect of a model. */
async function connect(uri: string): Promise<Connection> {
  const named = /^[^/]+\/\/[^/]+\/[^/?]/.test(uri);
  return mongoose
    .createConnection(uri, {
      autoIndex: false,
      autoCreate: false,
      serverSelectionTimeoutMS: PATIENCE,
      ...(named ? {} : { dbName: DEFAULT_NAME }),
    })
    .asPromise();
}

function withoutSecrets(uri: string): string {
  return uri.replace(/\/\/.*@/, "//").replace(/\?.*$/, "");
}
