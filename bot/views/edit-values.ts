import { z } from "zod";
import type { Editable } from "../../core/edits/index.js";
import { EDIT_FIELDS, NONE } from "../blocks/edit-form.js";
import type { ViewListener } from "../listen.js";
import { initialTextOf } from "./initial-text.js";

/** Fields of a creator as texts; an empty one is no value. */
export type Texts = { [F in Editable]?: string };

const state = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({ value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish() }),
  ),
);

/** What stands in the inputs of a form. */
export function typedIn({ values }: Parameters<ViewListener>[0]["view"]["state"]): Texts {
  const read = Object.values(state.parse(values)).flatMap((inputs) => Object.entries(inputs));
  return Object.fromEntries(
    read.map(([field, { value, selected_option }]) => [field, known(selected_option?.value ?? value ?? "")]),
  );
}

/** What the inputs began with. */
export const seenIn = (blocks: readonly unknown[]): Texts =>
  Object.fromEntries(EDIT_FIELDS.map(({ field }) => [field, known(initialTextOf(blocks, field))]));

const known = (text: string): string => (text === NONE ? "" : text);
