import { findChannel, membersOf } from "../team.js";
import type { PageEvent, PageMessage } from "../wire.js";

type Hear = (event: PageEvent) => void;

/** The open pages, by who looks at them. */
export interface Audience {
  /** Answers how to stop hearing. */
  listen(userId: string, hear: Hear): () => void;
  tell(userId: string, event: PageEvent): void;
  /** Tells everybody who sees the message. */
  tellOf(message: Pick<PageMessage, "channel" | "onlyFor">, event: PageEvent): void;
}

export function createAudience(): Audience {
  const listening = new Map<string, Set<Hear>>();
  const tell = (userId: string, event: PageEvent) => {
    for (const hear of listening.get(userId) ?? []) hear(event);
  };
  return {
    tell,
    listen(userId, hear) {
      const hearing = listening.get(userId) ?? new Set();
      listening.set(userId, hearing.add(hear));
      return () => void hearing.delete(hear);
    },
    tellOf({ channel, onlyFor }, event) {
      const place = findChannel(channel);
      const people = onlyFor ? [onlyFor] : place ? membersOf(place) : [];
      for (const userId of people) tell(userId, event);
    },
  };
}
