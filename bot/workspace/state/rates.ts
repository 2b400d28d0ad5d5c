import { Refusal } from "../refusal.js";

interface Rate {
  /** So many at once. */
  burst: number;
  perSecond: number;
}

/** Slack's own numbers: about one message a second in a channel with some at once; tier 3 for updates. */
const RATES: Record<string, Rate> = {
  "chat.postMessage": { burst: 10, perSecond: 1 },
  "chat.postEphemeral": { burst: 30, perSecond: 100 / 60 },
  "chat.update": { burst: 50, perSecond: 50 / 60 },
};

/** Counts calls; refuses one that comes too soon and says when to come again. */
export function createRates(now: () => Date): (method: string, channel: string) => void {
  const left = new Map<string, { tokens: number; at: number }>();
  return (method, channel) => {
    const rate = RATES[method];
    if (!rate) return;
    const key = method === "chat.postMessage" ? `${method} ${channel}` : method;
    const at = now().getTime();
    const before = left.get(key) ?? { tokens: rate.burst, at };
    const tokens = Math.min(rate.burst, before.tokens + ((at - before.at) / 1_000) * rate.perSecond);
    if (tokens < 1) {
      left.set(key, { tokens, at });
      throw new Refusal("ratelimited", { retryAfter: Math.ceil((1 - tokens) / rate.perSecond) });
    }
    left.set(key, { tokens: tokens - 1, at });
  };
}
