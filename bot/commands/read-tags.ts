import { readTagChange, type TagChange } from "../../core/edits/index.js";

/** A tag at the end of a text: `+vip`, `-cold`, `+"summer launch"`. One with a colon is a term of the query. */
const LAST_TAG = /(?:^|\s)([+-])("[^"]+"|[^\s":()+-][^\s":()]*)\s*$/;

/** A query and the tags behind it. @throws CrmError `wrong-input` where no tags are, or one that cannot be used */
export function readTagging(text: string): { query: string; tags: TagChange } {
  const add: string[] = [];
  const remove: string[] = [];
  // Phones write quotes of their own.
  let query = text.trim().replaceAll(/[“”]/g, '"');
  for (let found = LAST_TAG.exec(query); found; found = LAST_TAG.exec(query)) {
    const [, sign, word = ""] = found;
    (sign === "+" ? add : remove).unshift(word.replaceAll('"', ""));
    query = query.slice(0, found.index).trimEnd();
  }
  return { query, tags: readTagChange({ add, remove }) };
}
