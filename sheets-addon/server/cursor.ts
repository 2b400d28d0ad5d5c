import { z } from "zod";
import { CrmError } from "../../core/errors/index.js";
import { fromOpaque, toOpaque } from "../../core/text/index.js";

/** Where a page ends: opaque to whoever gets it. */
export const writeCursor = (...place: string[]): string => toOpaque(place);

/** @throws CrmError `wrong-input` for what is no cursor of this list */
export function readCursor(cursor: string, parts: number): string[] {
  const { success, data } = z.array(z.string().max(300)).length(parts).safeParse(fromOpaque(cursor));
  if (success) return data;
  throw new CrmError("wrong-input", "a cursor that cannot be read", {
    say: "This cursor is not of this list. Begin again without it.",
  });
}
