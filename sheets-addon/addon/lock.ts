import { AddonError } from "./problem.js";

/** Milliseconds that a run waits for another. */
const PATIENCE = 10_000;

/** One run at a time works on the spreadsheet, whoever started it. */
export function alone<T>(work: () => T): T {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(PATIENCE)) {
    throw new AddonError("busy", "Somebody else's refresh is working on this spreadsheet. Try again in a minute.");
  }
  try {
    return work();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}
