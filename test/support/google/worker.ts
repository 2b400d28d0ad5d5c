import { createContext, Script } from "node:vm";
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { Workbook } from "../workbook.js";
import { type Meter, newMeter, type Realm, type World } from "./realm.js";
import { makeLockService, makePropertiesService, makeUtilities, type Properties } from "./services.js";
import { makeSpreadsheetApp } from "./spreadsheet-app.js";
import { makeHtmlService, nothingShown, type Shown } from "./ui.js";
import { type Heard, makeUrlFetchApp, type Request } from "./url-fetch.js";

/** What the thread is told when it starts. */
export interface WorkerStart {
  code: string;
  address: string;
  fetched: MessagePort;
  /** Wakes the thread when an answer has come. */
  awake: SharedArrayBuffer;
}

/** How a function of the script is called, and in whose name. */
export interface RunOptions {
  user?: string;
  book?: string;
  killAt?: number;
  /** People's doing, as the source of a function of a workbook. */
  meddle?: { before: string; times: number; act: string };
  unauthorised?: boolean;
  answer?: "OK" | "CANCEL";
}

export type Job =
  | { does: "run"; name: string; given: unknown; options: RunOptions }
  | { does: "book"; source: string; given: unknown; book: string }
  | { does: "lock"; held: boolean }
  | { does: "copy"; from: string; to: string };

export interface Ran {
  answer?: unknown;
  /** The message of what it threw. */
  error?: string;
  meter: Pick<Meter, "calls" | "changes" | "sleeps" | "killed">;
  shown: Shown;
  written: number;
}

const { code, address, fetched, awake } = workerData as WorkerStart;
const script = new Script(code, { filename: "Code.js" });
const flag = new Int32Array(awake);
const books = new Map([["sheet-1", new Workbook("sheet-1")]]);
const users = new Map<string, Map<string, string>>();
const documents = new Map<string, Map<string, string>>();
const lock = { held: false };

parentPort?.on("message", ({ id, job }: { id: number; job: Job }) => {
  parentPort?.postMessage({ id, ...attempt(() => perform(job)) });
});

function attempt(work: () => unknown): { done: unknown } | { failed: string } {
  try {
    return { done: work() };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function perform(job: Job): unknown {
  switch (job.does) {
    case "run":
      return run(job.name, job.given, job.options);
    case "book":
      return functionOf(job.source)(bookOf(job.book), job.given);
    case "lock":
      lock.held = job.held;
      return undefined;
    case "copy":
      books.set(job.to, bookOf(job.from).copy(job.to));
      return undefined;
  }
}

const functionOf = (source: string): ((book: Workbook, given?: unknown) => unknown) =>
  new Script(`(${source})`).runInThisContext();

function bookOf(id: string): Workbook {
  const book = books.get(id);
  if (!book) throw new Error(`no spreadsheet ${id}`);
  return book;
}

/** The whole script is read anew for each call, as at Google: nothing of a run before is left but what it stored. */
function run(name: string, given: unknown, options: RunOptions): Ran {
  const book = bookOf(options.book ?? "sheet-1");
  const meter: Meter = { ...newMeter(), killAt: options.killAt };
  const { meddle } = options;
  if (meddle) meter.meddle = { ...meddle, act: functionOf(meddle.act) };
  const shown: Shown = { ...nothingShown(), answer: options.answer ?? "OK" };
  const before = book.written;
  const context = createContext({});
  const realm = new Script("({ Date, Error })").runInContext(context) as Realm;
  const world: World = { realm, meter, book, authorised: options.unauthorised !== true };
  Object.assign(context, services(world, shown, options));
  const ended = call(context, name, given);
  if (meter.killed) lock.held = false;
  const { calls, changes, sleeps, killed } = meter;
  return { ...ended, meter: { calls, changes, sleeps, killed }, shown, written: book.written - before };
}

function call(context: object, name: string, given: unknown): Pick<Ran, "answer" | "error"> {
  try {
    script.runInContext(context);
    const json = new Script(`JSON.stringify(${name}(${JSON.stringify(given) ?? ""}))`).runInContext(context);
    return { answer: json === undefined ? undefined : JSON.parse(json) };
  } catch (error) {
    return { error: String((error as Error).message) };
  }
}

function services(world: World, shown: Shown, { user = "ann", book = "sheet-1" }: RunOptions): object {
  const properties: Properties = { user: storeOf(users, user), document: storeOf(documents, book) };
  return {
    SpreadsheetApp: makeSpreadsheetApp(world, shown),
    HtmlService: makeHtmlService(world),
    UrlFetchApp: makeUrlFetchApp(send, address, world),
    PropertiesService: makePropertiesService(properties, world),
    LockService: makeLockService(lock, world),
    Utilities: makeUtilities(world),
    Logger: { log: () => undefined },
  };
}

function storeOf(stores: Map<string, Map<string, string>>, key: string): Map<string, string> {
  const store = stores.get(key) ?? new Map<string, string>();
  stores.set(key, store);
  return store;
}

/** Waits for the other thread, which asks. */
function send(request: Request): Heard | undefined {
  Atomics.store(flag, 0, 0);
  fetched.postMessage(request);
  Atomics.wait(flag, 0, 0);
  return receiveMessageOnPort(fetched)?.message?.heard;
}
