import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/**
 * One JSON object a line. ERROR means that someone must act; e-mails, phones and addresses stay at debug level or below.
 *
 * A stream of the caller instead of pino's worker thread: a line is out before the process is.
 */
export function createLog(destination: DestinationStream, level: "debug" | "info" | "warn" = "info"): Log {
  const serializers = { err: toldOf };
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime, serializers }, destination);
}

/** What a line says of an error: not all that hangs on it, for a failed write carries the records that it was to write. */
function toldOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  const code = "code" in error ? { code: error.code } : {};
  return { type: name, message, stack, ...code, ...(cause === undefined ? {} : { cause: toldOf(cause) }) };
}
