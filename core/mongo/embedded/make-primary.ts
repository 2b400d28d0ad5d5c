import { setTimeout as pause } from "node:timers/promises";
import { type Db, MongoClient, MongoServerError } from "mongodb";
import { CrmError } from "../../errors/index.js";

const REPLICA_SET = "roster";

/** An election of one takes some tens of milliseconds; this is for a machine that is busy with other things. */
const PATIENCE = 60_000;

/** MongoDB's code for "no replica set was ever set up here". */
const NOT_YET_INITIALIZED = 94;
/** Somebody else set it up in this very moment. */
const ALREADY_INITIALIZED = 23;

/** Makes the one server a replica set of one, at the port it has today, and waits until it takes writes. */
export async function makePrimary(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: PATIENCE,
  });
  try {
    const admin = client.db("admin");
    if (await isPrimary(admin)) return;
    await configure(admin, `127.0.0.1:${port}`);

    const deadline = Date.now() + PATIENCE;
    while (!(await isPrimary(admin))) {
      if (Date.now() > deadline) throw new CrmError("unreachable", "the embedded MongoDB did not become primary");
      await pause(20);
    }
  } finally {
    await client.close();
  }
}

async function isPrimary(admin: Db): Promise<boolean> {
  return (await admin.command({ hello: 1 })).isWritablePrimary === true;
}

async function configure(admin: Db, host: string): Promise<void> {
  try {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    const [member] = config.members;
    if (member.host === host) return;
    const moved = { ...config, version: config.version + 1, members: [{ ...member, host }] };
    await admin.command({ replSetReconfig: moved, force: true });
  } catch (error) {
    if (!hasCode(error, NOT_YET_INITIALIZED)) throw error;
    await initiate(admin, host);
  }
}

async function initiate(admin: Db, host: string): Promise<void> {
  try {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
  } catch (error) {
    if (!hasCode(error, ALREADY_INITIALIZED)) throw error;
  }
}

function hasCode(error: unknown, code: number): boolean {
  return error instanceof MongoServerError && error.code === code;
}
