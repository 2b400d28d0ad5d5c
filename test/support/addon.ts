import { fileURLToPath } from "node:url";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { CallProblem, Calls } from "../../sheets-addon/addon/calls.js";
import { bundleScript } from "../../sheets-addon/build/bundle-script.js";
import type { Heard, Request } from "./google/url-fetch.js";
import type { Job, Ran, RunOptions, WorkerStart } from "./google/worker.js";
import type { Workbook } from "./workbook.js";

export type Network = (request: Request) => Promise<Heard | undefined>;

/** A call of the add-on that failed, as the sidebar hears of it. */
export class CallFailed extends Error {
  readonly problem: CallProblem;

  constructor(problem: CallProblem) {
    super(`${problem.kind}: ${problem.detail}`);
    this.problem = problem;
  }
}

export interface Addon {
  /** A function of the bundle, by name, as `google.script.run` calls it. */
  call<N extends keyof Calls>(
    name: N,
    given: Parameters<Calls[N]>[0],
    options?: RunOptions,
  ): Promise<ReturnType<Calls[N]>>;
  /** The same with what it cost; also menu functions and triggers. An error is told, not thrown. */
  run(name: string, given?: unknown, options?: RunOptions): Promise<Ran & { bytes: number; requests: number }>;
  /** People, or an expectation, at the spreadsheet: the function is run in another thread, and sees its arguments only. */
  inBook<T, G = undefined>(act: (book: Workbook, given: G) => T, given?: G, book?: string): Promise<T>;
  /** "Make a copy". */
  copyBook(to: string): Promise<void>;
  /** Somebody else's run holds the lock of the document. */
  holdLock(held: boolean): Promise<void>;
  /** Stands between Google and Roster; tests put another in its place. */
  network: Network;
  stop(): Promise<void>;
}

/** The add-on as it is built, with a spreadsheet `sheet-1` in memory, asking the API at `address`. */
export async function startAddon(address: string): Promise<Addon> {
  const { port1: ours, port2: fetched } = new MessageChannel();
  const awake = new SharedArrayBuffer(4);
  const start: WorkerStart = { code: await bundleScript(address), address, fetched, awake };
  const worker = new Worker(await bundleWorker(), { eval: true, workerData: start, transferList: [fetched] });
  const traffic = { bytes: 0, requests: 0 };
  const asked = askWorker(worker);
  const addon: Addon = {
    network: fetchOverHttp,
    async call(name, given, options) {
      const { answer, error } = await addon.run(name, given, options);
      if (error !== undefined) throw new CallFailed(readProblem(error));
      return answer as ReturnType<Calls[typeof name]>;
    },
    async run(name, given, options = {}) {
      Object.assign(traffic, { bytes: 0, requests: 0 });
      return { ...((await asked({ does: "run", name, given, options })) as Ran), ...traffic };
    },
    inBook: (act, given, book = "sheet-1") =>
      asked({ does: "book", source: act.toString(), given, book }) as Promise<ReturnType<typeof act>>,
    copyBook: async (to) => void (await asked({ does: "copy", from: "sheet-1", to })),
    holdLock: async (held) => void (await asked({ does: "lock", held })),
    stop: async () => void (await worker.terminate()),
  };
  answerFetches(ours, awake, async (request) => {
    const heard = await addon.network(request);
    traffic.requests += 1;
    traffic.bytes += JSON.stringify(request.body ?? request.form ?? "").length + (heard?.text.length ?? 0);
    return heard;
  });
  return addon;
}

function readProblem(message: string): CallProblem {
  try {
    return JSON.parse(message);
  } catch {
    return { kind: "thrown", detail: message };
  }
}

function answerFetches(port: MessagePort, awake: SharedArrayBuffer, network: Network): void {
  const flag = new Int32Array(awake);
  port.on("message", async (request: Request) => {
    const heard = await network(request).catch(() => undefined);
    port.postMessage({ heard });
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  });
}

export const fetchOverHttp: Network = async ({ url, method, headers, body, form }) => {
  const answer = await fetch(url, { method: method.toUpperCase(), headers, body: form ? formOf(form) : body });
  return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
};

function formOf(fields: NonNullable<Request["form"]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") form.set(name, value);
    else form.set(name, new Blob([value.text], { type: value.type }), value.name);
  }
  return form;
}

/** Jobs of the other thread, one after another. */
function askWorker(worker: Worker): (job: Job) => Promise<unknown> {
  const waiting = new Map<number, { done: (value: unknown) => void; failed: (error: Error) => void }>();
  let last = 0;
  worker.on("message", ({ id, done, failed }: { id: number; done?: unknown; failed?: string }) => {
    const job = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) job?.done(done);
    else job?.failed(new Error(failed));
  });
  return (job) =>
    new Promise((done, failed) => {
      last += 1;
      waiting.set(last, { done, failed });
      worker.postMessage({ id: last, job });
    });
}

async function bundleWorker(): Promise<string> {
  const entry = fileURLToPath(new URL("./google/worker.ts", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
