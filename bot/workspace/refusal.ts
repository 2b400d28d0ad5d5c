import type { Problem } from "./limits/index.js";

interface RefusalOptions {
  messages?: string[];
  /** Seconds. */
  retryAfter?: number;
}

/** What Slack answers instead of doing what was asked: its code, and in words. */
export class Refusal extends Error {
  readonly error: string;
  readonly messages: string[];
  readonly retryAfter: number | undefined;

  constructor(error: string, { messages = [], retryAfter }: RefusalOptions = {}) {
    super([error, ...messages].join("; "));
    this.name = "Refusal";
    this.error = error;
    this.messages = messages;
    this.retryAfter = retryAfter;
  }
}

/** Refuses by the first problem's code, with all of them in words. */
export function refuseIf(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first) throw new Refusal(first.error, { messages: problems.map(({ message }) => message) });
}
