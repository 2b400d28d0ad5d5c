import type { BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { z } from "zod";
import { CrmError } from "../../core/errors/index.js";

type Pressed = Pick<SlackActionMiddlewareArgs<BlockAction>, "action">;

/**
 * What a button was made to say, read at the door.
 *
 * @throws CrmError `wrong-input` for a button of an older version, which may still stand in a channel
 */
export function pressedValue<T>({ action }: Pressed, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(readJson("value" in action ? action.value : undefined));
  if (parsed.success) return parsed.data;
  throw buttonTooOld();
}

/** The value of the option that was chosen in a menu. */
export function chosenOf({ action }: Pressed): string {
  const chosen = "selected_option" in action ? action.selected_option : undefined;
  if (chosen && "value" in chosen && typeof chosen.value === "string") return chosen.value;
  throw buttonTooOld();
}

function readJson(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const buttonTooOld = (): CrmError =>
  new CrmError("wrong-input", "a button that says nothing", {
    say: "This button is from an older version of Roster. Ask again, and press the new one.",
  });
