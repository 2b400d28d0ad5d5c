/** What the browser remembers between visits. It may refuse to: then nothing is remembered. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`roster:${key}`, value);
  } catch {}
}

export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(`roster:${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

const readKey = (person: string): string => `read:${person}`;

export const rememberRead = (person: string, read: Record<string, string>): void =>
  remember(readKey(person), JSON.stringify(read));

export function recallRead(person: string): Record<string, string> {
  const kept: unknown = JSON.parse(recall(readKey(person)) ?? "{}");
  if (typeof kept !== "object" || kept === null) return {};
  return Object.fromEntries(Object.entries(kept).map(([channel, ts]) => [channel, String(ts)]));
}
