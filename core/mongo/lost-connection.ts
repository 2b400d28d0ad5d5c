import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from "mongodb";
import { CrmError } from "../errors/crm-error.js";

/** What is said of a request under way when this process itself closes its connection; not all are exported. */
const CLOSED = new Set([
  "MongoClientClosedError",
  "MongoPoolClosedError",
  "MongoPoolClearedError",
  "MongoExpiredSessionError",
  "MongoNotConnectedError",
]);

/** What a server says that shuts down or steps down, or that was started again under a cursor: MongoDB's codes. */
const GOING = new Set([
  43, // CursorNotFound
  91, // ShutdownInProgress
  189, // PrimarySteppedDown
  10_107, // NotWritablePrimary
  11_600, // InterruptedAtShutdown
  11_602, // InterruptedDueToReplStateChange
  13_435, // NotPrimaryNoSecondaryOk
  13_436, // NotPrimaryOrSecondary
]);

/** The database that went away in the middle of something, in words; `undefined` for any other error. */
export function lostConnection(error: unknown): CrmError | undefined {
  if (!(error instanceof Error) || !isLost(error)) return undefined;
  return new CrmError("unreachable", `the database went away: ${error.message}`, {
    say: [
      "The database does not answer any more. Nothing is lost: what was under way is finished when it is back.",
      "Start it again (or Roster, with its own MongoDB) and try again.",
    ].join("\n"),
    cause: error,
  });
}

function isLost(error: unknown): boolean {
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoTopologyClosedError ||
    (error instanceof MongoServerError && GOING.has(Number(error.code))) ||
    (error instanceof MongoError && CLOSED.has(error.name)) ||
    // What ends a bulk write in the middle is inside of the error that says how far it came.
    (error instanceof MongoBulkWriteError && isLost(error.errorResponse))
  );
}
