import type { PageEvent } from "../../wire.js";

export interface Hearing {
  heard(event: PageEvent): void;
  /** The line is up; after a break something may have been missed. */
  opened(isAgain: boolean): void;
  broke(): void;
}

/** Listens to what happens in the workspace as this person sees it; the browser connects again by itself. */
export function hearEvents(as: string, hearing: Hearing): () => void {
  const source = new EventSource(`/workspace/page/events?as=${encodeURIComponent(as)}`);
  let hasBroken = false;
  source.addEventListener("message", ({ data }) => hearing.heard(JSON.parse(data)));
  source.addEventListener("open", () => {
    hearing.opened(hasBroken);
    hasBroken = false;
  });
  source.addEventListener("error", () => {
    hasBroken = true;
    hearing.broke();
  });
  return () => source.close();
}
