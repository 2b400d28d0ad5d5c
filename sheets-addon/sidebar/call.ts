import type { CallProblem, Calls } from "../addon/calls.js";

/** Google's way from a sidebar to the script's functions. */
interface Runner {
  withSuccessHandler(heard: (answer: unknown) => void): Runner;
  withFailureHandler(failed: (error: unknown) => void): Runner;
}
type Run = Runner & Record<string, ((asked: unknown) => void) | undefined>;

declare const google: { script: { run: Run } };

/** What a call failed with. */
class CallTrouble extends Error {
  readonly problem: CallProblem;

  constructor(problem: CallProblem) {
    super(problem.detail);
    this.problem = problem;
  }
}

export type Asked<N extends keyof Calls> = Parameters<Calls[N]>[0];
export type Answer<N extends keyof Calls> = ReturnType<Calls[N]>;

/** Google ends a run after six minutes; a computer that slept hears of none. Milliseconds. */
const LONGEST = 390_000;

/** @throws CallTrouble */
export function call<N extends keyof Calls>(name: N, asked: Asked<N>): Promise<Answer<N>> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(new CallTrouble(readProblem(error)));
    const timer = setTimeout(() => fail("timed out"), LONGEST);
    const run = google.script.run
      .withSuccessHandler((answer) => {
        clearTimeout(timer);
        resolve(answer as Answer<N>);
      })
      .withFailureHandler((error) => {
        clearTimeout(timer);
        fail(error);
      }) as Run;
    const ask = run[name];
    if (ask) ask(asked);
    else fail(`There is no ${name} in this version of Roster's add-on.`);
  });
}

/** What of any failure there is to tell. */
export const problemOf = (error: unknown): CallProblem =>
  error instanceof CallTrouble ? error.problem : readProblem(error);

/** Google puts `Error: ` or `Exception: ` before the script's words. */
export function readProblem(error: unknown): CallProblem {
  const said = error instanceof Error ? error.message : String(error);
  const json = said.slice(Math.max(0, said.indexOf("{")));
  try {
    const { kind, detail }: Partial<CallProblem> = JSON.parse(json);
    if (typeof kind === "string" && typeof detail === "string") return { kind, detail };
  } catch {
    // Google's own words, read below.
  }
  return { kind: "google", detail: inOwnWords(said) };
}

/** Google's refusals before the script runs name no remedy. */
function inOwnWords(said: string): string {
  if (/PERMISSION_DENIED|authorization is required|authorisation is required/i.test(said))
    return "Google did not let Roster work with this spreadsheet. Reload the spreadsheet and open Roster again. If you are signed in to several Google accounts in this browser, open it where only this account is signed in.";
  if (/NetworkError|connection failure|HTTP 0/i.test(said))
    return "Google cannot be reached. Check that this computer is online, then try again.";
  if (/maximum execution time|timed? ?out/i.test(said))
    return "Google stopped this because it took too long. Try again: it goes on from where it was.";
  const words = said.replace(/^(?:\w*Error|Exception): /, "").trim();
  return `Google Sheets did not do this${words ? `: ${words.replace(/[.!]?$/, ".")}` : "."} Try again; if that does not help, reload the spreadsheet.`;
}
