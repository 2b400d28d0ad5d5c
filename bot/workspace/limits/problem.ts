import type { z } from "zod";

/** One reason why Slack would refuse something. */
export interface Problem {
  /** Slack's code. */
  error: string;
  /** In words, and where: as Slack lists it beside the code. */
  message: string;
}

/** A problem at a place inside what was sent, as a JSON pointer. */
export const problemAt = (error: string, words: string, path: readonly PropertyKey[]): Problem => ({
  error,
  message: `[ERROR] ${words} [json-pointer:${path.map((step) => `/${String(step)}`).join("")}]`,
});

/** What a schema found, each at its place below `path`. */
export function problemsOf(
  error: string,
  issues: readonly z.core.$ZodIssue[],
  path: readonly PropertyKey[],
): Problem[] {
  return issues.map((issue) => problemAt(error, wordsOf(issue), [...path, ...issue.path]));
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_union" && issue.errors.length === 0) return "unsupported type";
  if (issue.code === "unrecognized_keys") return `no such property: ${issue.keys.join(", ")}`;
  if (issue.code === "invalid_type" && issue.input === undefined) return `must be provided as ${issue.expected}`;
  return issue.message;
}
