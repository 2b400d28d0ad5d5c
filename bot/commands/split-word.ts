/** The first word of a text, and what follows it. */
export function splitWord(text: string): { word: string; rest: string } {
  const [, word = "", rest = ""] = /^\s*(\S*)\s*([\s\S]*?)\s*$/.exec(text) ?? [];
  return { word, rest };
}
