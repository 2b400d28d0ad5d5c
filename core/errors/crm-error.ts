/**
 * What kind of trouble: decides the terminal's exit status and the HTTP status.
 * `wrong-input`: the words given cannot be used. `refused`: understood, and not done. `not-found`: no such thing.
 * `conflict`: somebody else was first. `forbidden`: this person may not. `unreachable`: an outside service or the
 * database did not answer.
 */
export type CrmErrorCode = "wrong-input" | "refused" | "not-found" | "conflict" | "forbidden" | "unreachable";

export interface CrmErrorOptions {
  /** For the person: what was expected, what was got, what to do. Left out, it is the message. */
  say?: string;
  cause?: unknown;
}

/** The one error class of Roster: `message` is for the log, `say` for the person who asked. */
export class CrmError extends Error {
  readonly code: CrmErrorCode;
  readonly say: string;

  constructor(code: CrmErrorCode, message: string, { say, cause }: CrmErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "CrmError";
    this.code = code;
    this.say = say ?? message;
  }
}
