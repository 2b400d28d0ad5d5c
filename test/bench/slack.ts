import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "mongoose";
import { type Line, spread, spreadOf } from "./lines.js";

/** People who ask at once, and what each asks for, one after the other. */
const PEOPLE = 50;
const EACH = 10;
/** What somebody takes to read an answer before asking again; milliseconds. */
const READING = 2_000;
const SECRET = "bench-signing-secret";
/** Longer than any answer may take; milliseconds. */
const PATIENCE = 60_000;

const FINDS = [
  "gmv:>5k sort:gmv",
  "has:email state:CA,TX sort:followers",
  "followers:>20k",
  "videos:0 samples:>0 sort:sampled",
  "badge:>=silver",
];

/**
 * Times slash commands from outside, as Slack sees them: until they are acknowledged, and until the answer is there.
 * Fifty people at once, each of whom reads an answer for two seconds before asking again, while an import runs in another
 * process, as it does in the worker.
 */
export async function benchSlack(db: Connection, uri: string, importing: () => Promise<unknown>): Promise<Line[]> {
  const slack = await startFakeSlack();
  const roster = await startRoster(uri, slack.url);
  try {
    const some = await db
      .collection<{ handle?: string }>("creators")
      .aggregate([{ $sample: { size: 200 } }])
      .toArray();
    const handles = some.flatMap(({ handle }) => handle ?? []);
    const ask = (text: string) => askOnce(`${roster.url}/slack/events`, slack, text);
    for (let at = 0; at < 20; at += 1) await ask(`lookup @${handles[at]}`);

    const imported = importing();
    const lookups = await everybody((at) => ask(`lookup @${handles[at % handles.length]}`));
    const finds = await everybody((at) => ask(`find ${FINDS[at % FINDS.length]}`));
    await imported;
    const acknowledged = [...lookups, ...finds].map(({ acknowledged: time }) => time);
    const latest = Math.max(...acknowledged);
    return [
      spread(
        "/creator lookup, 50 at once beside an import: acknowledged",
        spreadOf(lookups.map((one) => one.acknowledged)),
        { p99: 200 },
      ),
      spread("/creator lookup: answered", spreadOf(lookups.map((one) => one.answered)), { p99: 500 }),
      spread("/creator find: answered", spreadOf(finds.map((one) => one.answered)), { p99: 800 }),
      {
        what: "acknowledged latest of all",
        measured: `${latest.toFixed(0)} ms`,
        target: "at most 1,000 ms",
        met: latest <= 1_000,
      },
    ];
  } finally {
    roster.child.kill("SIGTERM");
    await new Promise((resolve) => roster.child.once("close", resolve));
    slack.server.close();
    slack.server.closeAllConnections();
  }
}

interface Answered {
  /** Milliseconds from the request on. */
  acknowledged: number;
  answered: number;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function everybody(ask: (at: number) => Promise<Answered>): Promise<Answered[]> {
  const people = Array.from({ length: PEOPLE }, async (_, person) => {
    const answers: Answered[] = [];
    await pause((READING * person) / PEOPLE);
    for (let at = 0; at < EACH; at += 1) {
      answers.push(await ask(person * EACH + at));
      await pause(READING);
    }
    return answers;
  });
  return (await Promise.all(people)).flat();
}

let asked = 0;

async function askOnce(url: string, slack: FakeSlack, text: string): Promise<Answered> {
  asked += 1;
  const id = String(asked);
  const body = new URLSearchParams({
    command: "/creator",
    text,
    user_id: `U${(asked % PEOPLE) + 1}`,
    user_name: "somebody",
    channel_id: "C1",
    channel_name: "creators",
    team_id: "T1",
    team_domain: "bench",
    api_app_id: "A1",
    trigger_id: id,
    response_url: `${slack.url}/respond/${id}`,
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = `v0=${createHmac("sha256", SECRET).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  const started = performance.now();
  const answer = slack.answerTo(id);
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": timestamp,
      "x-slack-signature": signature,
    },
    body,
  });
  const acknowledged = performance.now() - started;
  if (response.status !== 200) throw new Error(`/creator ${text} was answered with ${response.status}`);
  await answer;
  return { acknowledged, answered: performance.now() - started };
}

interface FakeSlack {
  server: Server;
  url: string;
  /** Resolves when the request of this id is answered. */
  answerTo(id: string): Promise<void>;
}

/** Just so much of Slack: everybody is an admin, and answers are heard. */
async function startFakeSlack(): Promise<FakeSlack> {
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    request.resume();
    request.on("end", () => {
      const [, what, id = ""] = (request.url ?? "").split("/");
      if (what === "respond") waiting.get(id)?.();
      const user = { id: "U1", name: "somebody", is_admin: true };
      const who = { user_id: "UBOT", bot_id: "B1", team_id: "T1", url: "http://bench.invalid/" };
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ ok: true, ...who, ...(id === "users.info" ? { user } : { user: "bot" }) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answerTo: (id) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`request ${id} was never answered`)), PATIENCE);
        waiting.set(id, () => {
          clearTimeout(late);
          waiting.delete(id);
          resolve();
        });
      }),
  };
}

/** `roster start` as a process of its own, as people run it. */
async function startRoster(uri: string, slack: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "main.ts", "start", "--json"], {
    env: {
      ...process.env,
      MONGODB_URI: uri,
      PORT: "0",
      SLACK_BOT_TOKEN: "xoxb-bench",
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_API_URL: `${slack}/api/`,
    },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const web = output.match(/"web": "([^"]+)"/)?.[1];
      if (web) resolve(web);
    });
    child.once("close", (code) => reject(new Error(`roster start ended with ${code}: ${output}`)));
  });
  return { child, url };
}
