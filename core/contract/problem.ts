/** What every refused request is answered with, as `application/problem+json` (RFC 9457). */
export interface Problem {
  /** Tells kinds apart: `…/problems/expired-token` and so on. */
  type: string;
  title: string;
  status: number;
  /** For the person: what was expected, what was got, what to do. */
  detail: string;
  /** What of the request is wrong, where that is known. */
  errors?: { at: string; reason: string }[];
}

/** Last part of a problem's `type`. */
export type ProblemKind =
  | "wrong-input"
  | "not-paired"
  | "other-spreadsheet"
  | "forbidden"
  | "not-found"
  | "wrong-method"
  | "conflict"
  | "changed-meanwhile"
  | "refused"
  | "too-large"
  | "not-json"
  | "too-many-requests"
  | "too-slow"
  | "unreachable"
  | "broken";
