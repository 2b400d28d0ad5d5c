/** A cell that says something which cannot be read: it rejects its value, or its row when the row needs it. */
export class Unreadable {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** What one cell gave: a value, the reason why it cannot be read, or `undefined` for a blank cell. */
export type Read<T> = T | Unreadable | undefined;
