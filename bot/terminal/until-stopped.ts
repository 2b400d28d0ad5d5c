/** npm hands a Ctrl-C on to a program that the terminal told already: what comes so soon is no second wish; in ms. */
const ECHO = 1_000;

/** Ctrl-C once asks; once more ends at once. `over` says that nobody needs to be asked any more. */
export function untilStopped(over: AbortSignal, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let asked: number | undefined;
    const stop = () => {
      if (asked !== undefined && performance.now() - asked > ECHO) process.exit(130);
      asked ??= performance.now();
      resolve();
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    over.addEventListener("abort", () => process.off("SIGINT", stop).off("SIGTERM", stop));
    signal?.addEventListener("abort", stop, { signal: over });
  });
}
