import type { Surface } from "./surface.js";

/**
 * What kind of trouble: decides the terminal's exit status and the HTTP status.
 * `wrong-input`: the words given cannot be used. `refused`: understood, and not done. `not-found`: no such thing.
 * `conflict`: somebody else was first. `forbidden`: this person may not. `unreachable`: an outside service or the
 * database did not answer.
 */
export type CrmErrorCode = "wrong-input" | "refused" | "not-found" | "conflict" | "forbidden" | "unreachable";

export interface CrmErrorOptions {
  /** For the person, true wherever they read it: what was expected, what was got, what to do. Left out, the message. */
  say?: string;
  /** What to do, where that is another thing in each place: it is said after `say`. */
  next?: Readonly<Partial<Record<Surface, string>>>;
  cause?: unknown;
}

/** The one error class of Roster: `message` is for the log, `say` for the person who asked. */
export class CrmError extends Error {
  readonly code: CrmErrorCode;
  readonly say: string;
  readonly next: NonNullable<CrmErrorOptions["next"]>;

  constructor(code: CrmErrorCode, message: string, { say, next = {}, cause }: CrmErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "CrmError";
    this.code = code;
    this.say = say ?? message;
    this.next = next;
  }

  /** All that the person reads, where they are. */
  sayOn(surface: Surface): string {
    const next = this.next[surface];
    return next === undefined ? this.say : `${this.say} ${next}`;
  }
}
