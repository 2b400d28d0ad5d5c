import { STATUS_CODES } from "node:http";
import type { Response } from "express";
import { z } from "zod";
import type { Problem, ProblemKind } from "../../core/contract/index.js";
import { CrmError, type CrmErrorCode, explainError } from "../../core/errors/index.js";
import type { Log } from "../../core/log/index.js";
import { lostConnection } from "../../core/mongo/index.js";

/** A refusal that only the web knows: no token, a wrong method, too many requests. */
export class Refusal extends Error {
  readonly status: number;
  readonly kind: ProblemKind;
  readonly headers: Record<string, string>;

  constructor(status: number, kind: ProblemKind, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.status = status;
    this.kind = kind;
    this.headers = headers;
  }
}

const STATUS_OF: Readonly<Record<CrmErrorCode, number>> = {
  "wrong-input": 400,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  refused: 422,
  unreachable: 503,
};

/** The problem that an error is, in words for who asked. Only an error that nobody foresaw is logged. */
function problemOf(error: unknown, log: Log): { problem: Problem; headers: Record<string, string> } {
  const known = error instanceof CrmError ? error : lostConnection(error);
  if (error instanceof Refusal) return answer(error.status, error.kind, error.message, error.headers);
  if (known) return answer(STATUS_OF[known.code], known.code, known.sayOn("api"));
  if (error instanceof z.ZodError) {
    const { problem, headers } = answer(400, "wrong-input", "The request is not what is expected here.");
    const errors = error.issues.slice(0, MOST_ISSUES).map(({ path, message: reason }) => ({ at: at(path), reason }));
    return { problem: { ...problem, detail: inWords(errors) ?? problem.detail, errors }, headers };
  }
  const ofRequest = requestTrouble(error);
  return ofRequest ?? answer(500, "broken", explainError(error, log, "api"));
}

/** Enough to mend a request by. */
const MOST_ISSUES = 20;

const at = (path: readonly PropertyKey[]): string => path.map(String).join(".").slice(0, 200);

function inWords(errors: readonly { at: string; reason: string }[]): string | undefined {
  const [first] = errors;
  return first && `${first.at === "" ? "The request" : first.at}: ${first.reason}.`;
}

/** What Express, body-parser and multer refuse: they say a status, or a code. */
function requestTrouble(error: unknown) {
  if (!(error instanceof Error)) return undefined;
  if (error.name === "MulterError") return answer(400, "wrong-input", `The upload cannot be read: ${error.message}.`);
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  if (status === undefined || status < 400 || status > 499) return undefined;
  if (status === 413) return answer(413, "too-large", "The request is larger than this path takes. Send it in parts.");
  const kind = status === 415 ? "not-json" : "wrong-input";
  return answer(status, kind, `The request cannot be read: ${error.message}.`);
}

function answer(status: number, kind: ProblemKind, detail: string, headers: Record<string, string> = {}) {
  const problem: Problem = { type: `${PROBLEMS}${kind}`, title: STATUS_CODES[status] ?? "Error", status, detail };
  return { problem, headers };
}

/** An address that names a kind, and leads nowhere. */
const PROBLEMS = "urn:roster:problems:";

export function sendProblem(response: Response, error: unknown, log: Log): void {
  const { problem, headers } = problemOf(error, log);
  response.status(problem.status).set(headers).type("application/problem+json").send(JSON.stringify(problem));
}
