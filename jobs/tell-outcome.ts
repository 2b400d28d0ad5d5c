import type { Surface } from "../core/access/index.js";
import { CrmError } from "../core/errors/index.js";
import type { AnswerTo, ChangeNotice, Notify } from "../core/notify/index.js";

/** Tells what became of a change that somebody asked for, or why it stopped. What may come right by itself is thrown. */
export async function tellOutcome(
  notify: Notify | undefined,
  { answer, via }: { answer: AnswerTo; via: Surface },
  work: () => Promise<ChangeNotice>,
): Promise<void> {
  const outcome = await work().catch(
    (error: unknown): ChangeNotice => ({ is: "stopped", say: whyStopped(error, via) }),
  );
  await notify?.tellChange(answer, outcome);
}

/**
 * What a person is told of why work stopped.
 *
 * @throws what may come right by itself, and what nobody foresaw: the job is tried again
 */
export function whyStopped(error: unknown, via: Surface): string {
  if (!(error instanceof CrmError) || error.code === "unreachable") throw error;
  return error.sayOn(via);
}
