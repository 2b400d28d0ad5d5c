import { CrmError } from "../../core/errors/index.js";
import type { ViewAnswer } from "../answer-view.js";

/** Does something; what is wrong with the words that were typed stands at their input, and nothing is lost. */
export async function errorAt(blockId: string, work: () => Promise<unknown>): Promise<ViewAnswer> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof CrmError && error.code === "wrong-input")
      return { errors: { [blockId]: error.sayOn("slack") } };
    throw error;
  }
}
