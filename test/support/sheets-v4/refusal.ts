/** What the API answers a request that it does not take. */
export class Refused extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, message: string, reason = status === 400 ? "INVALID_ARGUMENT" : "FAILED") {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

export function refuse(message: string): never {
  throw new Refused(400, message);
}
