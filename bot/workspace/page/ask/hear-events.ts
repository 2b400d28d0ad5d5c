import type { PageEvent } from "../../wire.js";

export interface Hearing {
  heard(event: PageEvent): void;
  /** The line is up, for the first time or again: what happened before was not heard. */
  opened(): void;
  broke(): void;
}

/** Listens to what happens in the workspace as this person sees it; the browser connects again by itself. */
export function hearEvents(as: string, hearing: Hearing): () => void {
  const source = new EventSource(`/workspace/page/events?as=${encodeURIComponent(as)}`);
  source.addEventListener("message", ({ data }) => hearing.heard(JSON.parse(data)));
  source.addEventListener("open", () => hearing.opened());
  source.addEventListener("error", () => hearing.broke());
  return () => source.close();
}
