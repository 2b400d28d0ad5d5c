import type { Problem, ProblemKind } from "../../core/contract/index.js";
import { SPREADSHEET_HEADER } from "../../core/contract/index.js";
import { AddonError, kindOf } from "./problem.js";
import { forgetToken, readToken, spreadsheetId } from "./token.js";

/** Where the API is; put in when the add-on is built. */
declare const ROSTER_ADDRESS: string;

export interface Asking {
  method?: "get" | "post" | "put" | "delete";
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form; a blob is its file. */
  form?: Record<string, string | GoogleAppsScript.Base.Blob>;
  /** Not asked again when no answer came: it may have been heard. */
  once?: boolean;
}

/** Waits before asking again; milliseconds. */
const PAUSES = [1_000, 3_000, 8_000];
/** Roster may ask for a pause; one that is longer is the person's to take; seconds. */
const LONGEST_PAUSE = 15;
/** What Google sends in one request; bytes. */
const MOST_SENT = 50 * 1024 * 1024;

/** @throws AddonError with the problem that Roster, or the way to it, has */
export function ask<T>(path: string, asking: Asking = {}): T {
  for (let tries = 0; ; tries += 1) {
    const heard = fetchOnce(path, asking);
    if (heard && heard.status < 300) return readAnswer(heard);
    const pause = asking.once && !heard ? undefined : pauseBefore(tries, heard);
    if (pause === undefined) throw heard ? refusal(heard) : silence();
    Utilities.sleep(pause);
  }
}

interface Heard {
  status: number;
  text: string;
  /** Seconds. */
  retryAfter: number;
}

/** Nothing when no answer came. */
function fetchOnce(path: string, { method, body, form }: Asking): Heard | undefined {
  const token = readToken();
  const payload = form ?? (body === undefined ? undefined : JSON.stringify(body));
  if (typeof payload === "string" && payload.length > MOST_SENT) throw tooLarge();
  const options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions = {
    method: method ?? (payload === undefined ? "get" : "post"),
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), [SPREADSHEET_HEADER]: spreadsheetId() },
    muteHttpExceptions: true,
    followRedirects: false,
    ...(body === undefined ? {} : { contentType: "application/json" }),
    ...(payload === undefined ? {} : { payload }),
  };
  try {
    const answer = UrlFetchApp.fetch(`${ROSTER_ADDRESS}${path}`, options);
    const headers = answer.getAllHeaders() as Record<string, unknown>;
    const retryAfter = Number(headers["Retry-After"] ?? headers["retry-after"]);
    return { status: answer.getResponseCode(), text: answer.getContentText(), retryAfter: retryAfter || 0 };
  } catch {
    return undefined;
  }
}

/** What stands before Roster, or in place of it, may answer something else, such as a page to sign in. */
function readAnswer<T>({ text, status }: Heard): T {
  try {
    return JSON.parse(text);
  } catch {
    throw silence(status);
  }
}

function pauseBefore(tries: number, heard: Heard | undefined): number | undefined {
  const pause = PAUSES[tries];
  const again = heard === undefined || heard.status === 429 || heard.status >= 500;
  if (!again || pause === undefined || (heard && heard.retryAfter > LONGEST_PAUSE)) return undefined;
  return Math.max(pause, 1_000 * (heard?.retryAfter ?? 0));
}

/** These say that the token is good no more: the next time a code is asked for. */
const LOST: readonly string[] = ["not-paired", "other-spreadsheet"] satisfies ProblemKind[];

function refusal({ status, text }: Heard): AddonError {
  const problem = readProblem(text);
  if (!problem) return silence(status);
  const kind = kindOf(problem);
  if (LOST.includes(kind)) forgetToken();
  return new AddonError(kind as ProblemKind, problem.detail);
}

function readProblem(text: string): Problem | undefined {
  try {
    const problem: Partial<Problem> = JSON.parse(text);
    return typeof problem.type === "string" && typeof problem.detail === "string" ? (problem as Problem) : undefined;
  } catch {
    return undefined;
  }
}

function silence(status?: number): AddonError {
  const how = status === undefined ? "" : ` (it answered ${status})`;
  const say = `Roster cannot be reached at ${ROSTER_ADDRESS}${how}. Try again in a minute; if that does not help, tell whoever runs Roster.`;
  return new AddonError("unreachable", say);
}

const tooLarge = () =>
  new AddonError("too-large", "This is more than Google sends at once (50 MB). Take fewer columns, or fewer rows.");
