import { randomBytes } from "node:crypto";
import { Refusal } from "../refusal.js";

const MOST_USES = 5;

/** Milliseconds. */
const LIFE = 30 * 60 * 1_000;

/** What an answer to a `response_url` is about. */
export interface Answerable {
  userId: string;
  channel: string;
  /** The message that was acted on. */
  ts?: string;
}

export interface ResponseUrls {
  /** The last part of a URL that takes five answers in half an hour. */
  issue(about: Answerable): string;
  use(id: string): Answerable;
}

export function createResponseUrls(now: () => Date): ResponseUrls {
  const issued = new Map<string, Answerable & { at: number; uses: number }>();
  return {
    issue(about) {
      const at = now().getTime();
      for (const [id, one] of issued) if (at - one.at > 2 * LIFE) issued.delete(id);
      const id = randomBytes(16).toString("hex");
      issued.set(id, { ...about, at, uses: 0 });
      return id;
    },
    use(id) {
      const about = issued.get(id);
      if (!about) throw new Refusal("invalid_url");
      if (now().getTime() - about.at > LIFE) throw new Refusal("expired_url");
      if (about.uses >= MOST_USES) throw new Refusal("used_url");
      about.uses += 1;
      return about;
    },
  };
}
