import { randomBytes } from "node:crypto";
import { Refusal } from "../refusal.js";

/** Milliseconds in which a view must be opened after what a person did. */
const LIFE = 3_000;

/** What a person did that lets a view open. */
interface Trigger {
  userId: string;
  /** The view in which they did it. */
  viewId?: string;
}

export interface Triggers {
  issue(trigger: Trigger): string;
  /** Takes a trigger, which is then used up. */
  take(id: string): Trigger;
}

export function createTriggers(now: () => Date): Triggers {
  const issued = new Map<string, Trigger & { at: number; taken: boolean }>();
  return {
    issue(trigger) {
      const at = now().getTime();
      for (const [id, one] of issued) if (at - one.at > 60_000) issued.delete(id);
      const id = `${at}.${randomBytes(8).toString("hex")}`;
      issued.set(id, { ...trigger, at, taken: false });
      return id;
    },
    take(id) {
      const trigger = issued.get(id);
      if (!trigger) throw new Refusal("invalid_trigger_id");
      if (trigger.taken) throw new Refusal("exchanged_trigger_id");
      if (now().getTime() - trigger.at > LIFE) throw new Refusal("expired_trigger_id");
      trigger.taken = true;
      return trigger;
    },
  };
}
