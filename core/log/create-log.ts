import { type DestinationStream, type Logger, pino } from "pino";

export type Log = Logger;

/**
 * One JSON object a line. ERROR means that someone must act; e-mails, phones and addresses stay at debug level or below.
 *
 * A stream of the caller instead of pino's worker thread: a line is out before the process is.
 */
export function createLog(destination: DestinationStream, level: "debug" | "info" | "warn" = "info"): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
