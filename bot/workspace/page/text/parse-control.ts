import { type Inline, plain } from "./inline.js";
import { safeUrl } from "./safe-url.js";

const DATE = /^!date\^(\d+)\^([^^|]*)(?:\^([^|]*))?(?:\|(.*))?$/s;

/** What stands between `<` and `>` in mrkdwn: a mention, a link or a date. Anything else is text. */
export function parseControl(inside: string): Inline {
  const date = DATE.exec(inside);
  if (date) {
    const [, seconds = "0", format = "", url, fallback = ""] = date;
    return {
      kind: "date",
      seconds: Number(seconds),
      format: unescapeText(format),
      url,
      fallback: unescapeText(fallback),
    };
  }
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : unescapeText(inside.slice(bar + 1));
  if (target.startsWith("@")) return { kind: "user", id: target.slice(1), label };
  if (target.startsWith("#")) return { kind: "channel", id: target.slice(1), label };
  if (target.startsWith("!")) return { kind: "broadcast", text: label ?? `@${target.slice(1)}` };
  const url = safeUrl(unescapeText(target));
  const text = label || unescapeText(target).replace(/^mailto:/, "");
  return url ? { kind: "link", url, inside: [plain(text)] } : plain(text);
}

/** What a person types, as Slack keeps it: none of it is markup. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Slack escapes three characters only. */
export function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
