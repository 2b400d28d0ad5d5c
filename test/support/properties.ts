import fc from "fast-check";

/** Longer than any property takes by far: after it the search for a smaller counterexample ends; milliseconds. */
const LONGEST = 120_000;

/** The same accounts in every run, so that a red test is about the change at hand; `SEED=random` looks for new ones. */
const { SEED = "20260301" } = process.env;

fc.configureGlobal({
  ...(SEED === "random" ? {} : { seed: Number(SEED) }),
  interruptAfterTimeLimit: LONGEST,
  markInterruptAsFailure: true,
});

/** Runs of a property that needs the database; `RUNS=200` looks longer. */
const RUNS = Number(process.env.RUNS ?? 15);

/** Milliseconds: the longest that a test of such a property may take. */
export const PROPERTY_TIMEOUT = 600_000;

export const check = <T>(property: fc.IAsyncProperty<T>): Promise<void> => fc.assert(property, { numRuns: RUNS });
