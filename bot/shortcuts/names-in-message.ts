/** What a message may call creators by. */
export interface NamesInMessage {
  /** Written as handles or links: said to be missing when nobody has them. */
  sure: string[];
  /** Words that look like handles: told only when somebody has them. */
  perhaps: string[];
}

/** What Slack writes between angle brackets: a link with its label, a mention, a channel. */
const BRACKETED = /<([^<>|]+)(?:\|[^<>]*)?>/g;
const TIKTOK_LINK = /(?:https?:\/\/)?(?:[\w-]+\.)*tiktok\.com\/\S+/gi;
/** Not within an e-mail address or a longer word. */
const AT_HANDLE = /(?<![\w.@/])@[\w.]{2,30}/g;
const BARE_WORD = /(?<![\w.@/])[\w.]{2,30}(?![\w@])/g;
/** A dot, an underscore or a digit inside: what words of a sentence have not. */
const LOOKS_LIKE_HANDLE = /^(?=.*[a-z])(?=.*[._\d])[\w.]*\w$/i;
/** Names of one message that are looked up. */
const MOST_NAMES = 500;

/** Finds the handles and TikTok links in the text of a message as Slack's API gives it. */
export function namesInMessage(text: string): NamesInMessage {
  const links: string[] = [];
  const keepLink = (link: string) => {
    links.push(link.replace(/[),.;!?'"”»]+$/, ""));
    return " ";
  };
  const words = text
    // Labels repeat their link or hide it: the link counts.
    .replace(BRACKETED, (_, inside: string) => (/^(?:https?:)?\/\//.test(inside) ? ` ${inside} ` : " "))
    .replaceAll("&amp;", "&")
    .replace(TIKTOK_LINK, keepLink)
    .replace(/https?:\/\/\S+/gi, " ")
    .replace(/\S+@\S+\.\S+/g, " ");
  const named = (words.match(AT_HANDLE) ?? []).map(withoutEnd);
  const bare = (words.replace(AT_HANDLE, " ").match(BARE_WORD) ?? []).map(withoutEnd);
  const alone = bare.filter((word) => isAlone(word, words));
  const like = bare.filter((word) => LOOKS_LIKE_HANDLE.test(word));
  return {
    sure: distinct([...links, ...named]).slice(0, MOST_NAMES),
    perhaps: distinct([...alone, ...like]).slice(0, MOST_NAMES),
  };
}

/** A full stop ends a sentence, not a handle. */
const withoutEnd = (word: string): string => word.replace(/\.+$/, "");

/** A list of handles has one a line. */
const isAlone = (word: string, text: string): boolean => text.split("\n").some((line) => line.trim() === word);

const distinct = (names: readonly string[]): string[] => [
  ...new Map(names.map((name) => [name.toLowerCase(), name])).values(),
];
