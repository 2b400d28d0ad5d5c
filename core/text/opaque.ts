/** A value as a text that means nothing to whoever carries it, such as a cursor. */
export const toOpaque = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The value again; `undefined` of a text that is none, so what comes still has to be checked. */
export function fromOpaque(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
}
