/** What a spreadsheet's add-on shows in place of a person: made by a pairing code, good until it is revoked. */
export interface Token {
  /** Short: what people type to revoke it. Says nothing of the token itself. */
  _id: string;
  /** SHA-256 of the token, in hex; the token itself is not kept. */
  hash: string;
  personId: string;
  /** The one spreadsheet that it is good for: a copy of it has to pair anew. */
  spreadsheetId: string;
  title?: string;
  pairedAt: Date;
  /** To the minute. */
  lastUsedAt?: Date;
}
