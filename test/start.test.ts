import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { roster, rosterWith, type TerminalOptions, type TerminalResult } from "./support/terminal.js";

/** An embedded server of one's own starts in a second, on two slow cores in ten; milliseconds. */
vi.setConfig({ testTimeout: 90_000 });

interface Started {
  address: string;
  /** Ctrl-C. */
  stop(): Promise<TerminalResult>;
}

/** Runs `roster start` on a free port until it says where. */
async function start(options: TerminalOptions = {}, ...args: string[]): Promise<Started> {
  const ctrlC = new AbortController();
  const { promise: address, resolve, reject } = withResolvers<string>();
  const ended = rosterWith(
    {
      ...options,
      env: { PORT: "0", ...options.env },
      signal: ctrlC.signal,
      onOutput: (soFar) => {
        const said = /https?:\/\/\S+:\d+/.exec(soFar)?.[0];
        if (said !== undefined) resolve(said);
      },
    },
    "start",
    ...args,
  );
  ended.then(({ stderr }) => reject(new Error(`it ended at once: ${stderr}`)), reject);
  const stop = () => {
    ctrlC.abort();
    return ended;
  };
  onTestFinished(async () => void (await stop()));
  return { address: await address, stop };
}

function withResolvers<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<T>((onValue, onReason) => {
    resolve = onValue;
    reject = onReason;
  });
  return { promise, resolve, reject };
}

async function get(address: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(address);
  return { status: response.status, body: await response.json() };
}

describe("roster start", () => {
  it("says which MongoDB, which address and what to try next, and ends well at Ctrl-C", async () => {
    const { stop } = await start();
    const { code, stdout, stderr } = await stop();
    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\n[\s\S]*MongoDB at mongodb:\/\/.*from MONGODB_URI[\s\S]*doctor/);
    expect(stderr).toContain('"msg":"stopping"');
    expect(code).toBe(0);
  });

  it("is alive and ready", async () => {
    const { address } = await start();
    expect(await get(`${address}/healthz`)).toEqual({ status: 200, body: { alive: true } });
    expect(await get(`${address}/readyz`)).toEqual({ status: 200, body: { ready: true, database: "answers" } });
  });

  it("without Slack tokens serves the workspace, to this machine only, with the bot behind it", async () => {
    const { address } = await start({}, "--only", "web");
    const state = await get(`${address}/workspace/page/state?as=U0ADA`);
    expect(state).toMatchObject({ status: 200, body: { me: "U0ADA", commands: [{ name: "/creator" }] } });
    const elsewhere = { headers: { origin: "https://example.com" } };
    expect((await fetch(`${address}/workspace/page/state?as=U0ADA`, elsewhere)).status).toBe(403);
    expect((await fetch(`${address}/slack/events`, { method: "POST", body: "{}" })).status).toBe(401);
  });

  it("with a bot token asks for what is missing beside it", async () => {
    const { code, stderr } = await rosterWith({ env: { PORT: "0", SLACK_BOT_TOKEN: "xoxb-1" } }, "start");
    expect(code).toBe(2);
    expect(stderr).toMatch(/SLACK_SIGNING_SECRET .* nor SLACK_APP_TOKEN/);
  });

  it("with tokens answers Slack, and serves no workspace", async () => {
    const env = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "secret" };
    const { address } = await start({ env }, "--only", "web");
    expect((await fetch(`${address}/slack/events`, { method: "POST", body: "{}" })).status).toBe(401);
    expect((await fetch(`${address}/workspace/page/state?as=U0ADA`)).status).toBe(404);
  });

  it("is alive and not ready when its MongoDB has gone", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "roster-start-"));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const { address, stop } = await start({ env: { MONGODB_URI: undefined, ROSTER_DATA_DIR: dataDir } });
    const lock = join(dataDir, "mongo/data/mongod.lock");

    process.kill(Number(readFileSync(lock, "utf8")), "SIGKILL");
    await vi.waitFor(async () => expect((await get(`${address}/readyz`)).status).toBe(503), { timeout: 30_000 });
    expect((await get(`${address}/healthz`)).status).toBe(200);
    expect((await stop()).stderr).toContain("the embedded MongoDB ended");
    expect(readFileSync(join(dataDir, "mongo/mongod-ended.log"), "utf8")).toMatch(/mongod ended with status 137/);
  });

  it("refuses a port that is taken, and says to set PORT", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";

    const { code, stdout, stderr } = await rosterWith({ env: { PORT: port } }, "start");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^Port ${port} is taken .* Set PORT to a free one`));
  });

  it("serves nothing with --only worker", async () => {
    const ctrlC = new AbortController();
    const options = { signal: ctrlC.signal, onOutput: () => ctrlC.abort() };
    const { code, stdout, stderr } = await rosterWith(options, "start", "--only", "worker", "--json");
    expect(code).toBe(0);
    expect(stderr).toContain("This worker reaches no Slack");
    expect(JSON.parse(stdout)).toEqual({ database: expect.stringContaining("MongoDB"), worker: true });
  });

  it("runs no jobs with --only web", async () => {
    const { stop } = await start({}, "--only", "web", "--json");
    expect(JSON.parse((await stop()).stdout)).toMatchObject({ worker: false, web: expect.stringContaining("http") });
  });

  it("says what to do when MONGODB_URI does not answer", async () => {
    const env = { PORT: "0", MONGODB_URI: "mongodb://me:hunter2@127.0.0.1:9/roster" };
    const { code, stderr } = await rosterWith({ env }, "start");
    expect(code).toBe(3);
    expect(stderr).toMatch(
      /^MongoDB at mongodb:\/\/127\.0\.0\.1:9\/roster \(MONGODB_URI\) does not answer.*\nCheck that/,
    );
    expect(stderr).not.toContain("hunter2");
  });
});

describe("roster doctor", () => {
  it("shows the database and every variable", async () => {
    const { code, stdout } = await rosterWith({ env: { PORT: "4000" } }, "doctor");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ok +node +\d+\./m);
    expect(stdout).toMatch(/^ok +database +MongoDB at/m);
    expect(stdout).toMatch(/^ok +replica set +roster, takes writes/m);
    expect(stdout).toMatch(/^ok +slack +no tokens/m);
    expect(stdout).toMatch(/^ +PORT +4000 /m);
    expect(stdout).toMatch(/^ +PUBLIC_URL +unset /m);
  });

  it("shows that a secret is set, and not which", async () => {
    const { stdout, stderr } = await rosterWith({ env: { SLACK_SIGNING_SECRET: "hunter2" } }, "doctor");
    expect(stdout).toMatch(/^ +SLACK_SIGNING_SECRET +set +Signing/m);
    expect(stdout + stderr).not.toContain("hunter2");
  });

  it("says the same in one JSON document", async () => {
    const { stdout } = await roster("doctor", "--json");
    const { ok, checks, environment } = JSON.parse(stdout);
    expect(ok).toBe(true);
    expect(checks).toContainEqual({ name: "version", ok: true, says: expect.stringMatching(/^MongoDB \d/) });
    expect(environment).toContainEqual(expect.objectContaining({ name: "MONGODB_URI", set: true }));
  });

  it("says whom spreadsheets are shared with, and nothing of a key that is broken", async () => {
    const key = {
      type: "service_account",
      client_email: "roster@roster-synced.example",
      private_key: "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----\n",
    };
    const doctor = (given: object) => rosterWith({ env: { GOOGLE_SERVICE_ACCOUNT: JSON.stringify(given) } }, "doctor");
    const well = await doctor(key);
    expect(well.stdout).toMatch(/^ok +sheets +.*roster@roster-synced\.example/m);
    const broken = await doctor({ ...key, client_email: "nobody" });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/^BAD +sheets +.*client_email: expected an e-mail address/m);
    for (const { stdout, stderr } of [well, broken]) expect(stdout + stderr).not.toContain("hunter2");
  });

  it("says how to fix it, with 3, when the database is out of reach", async () => {
    const env = { MONGODB_URI: "mongodb://127.0.0.1:9" };
    const { code, stdout, stderr } = await rosterWith({ env }, "doctor");
    expect(code).toBe(3);
    expect(stdout).toMatch(/^BAD +database +MongoDB at .* does not answer.*; Check that it runs/m);
    expect(stderr).toMatch(/^1 of \d checks failed: database/);
  });

  it("asks about a name that nothing reads", async () => {
    const { code, stdout } = await rosterWith({ env: { ROSTER_DATADIR: "x" } }, "doctor");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^BAD +environment +nothing reads ROSTER_DATADIR; did you mean ROSTER_DATA_DIR\?/m);
  });
});

describe("roster", () => {
  it("lists its commands", async () => {
    const { code, stdout } = await roster("--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/ start [\s\S]* import [\s\S]* doctor /);
  });

  it("answers 2 and a suggestion to a command it does not know", async () => {
    const { code, stdout, stderr } = await roster("doktor");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/unknown command 'doktor'\n\(Did you mean doctor\?\)/);
  });

  it.each(["doctor --verbose", "doctor extra", "start --only bot", ""])(
    "answers 2 to wrong usage: roster %s",
    async (line) => {
      const { code, stdout, stderr } = await roster(...line.split(" ").filter((word) => word !== ""));
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).not.toBe("");
    },
  );

  it("answers 2 to a variable it cannot read", async () => {
    const { code, stderr } = await rosterWith({ env: { PORT: "eighty" } }, "doctor");
    expect(code).toBe(2);
    expect(stderr).toBe('PORT: expected a number from 0 to 65535; got "eighty".\n');
  });

  it("shows a reference, which the log has too, for an error that nobody foresaw", async () => {
    const cause = new Error("a wheel came off");
    const { code, stderr } = await rosterWith(
      {
        onOutput: () => {
          throw cause;
        },
      },
      "doctor",
    );
    expect(code).toBe(1);
    const reference = /under the reference (\w{8})\./.exec(stderr)?.[1];
    expect(stderr).toContain(`"reference":"${reference}"`);
    expect(stderr).toContain("a wheel came off");
  });

  it("says nothing when the reader of its output has gone", async () => {
    const program = `"${process.execPath}" --import tsx main.ts --help | true`;
    const { stderr } = await promisify(execFile)("/bin/sh", ["-c", program]);
    expect(stderr).toBe("");
  });
});
