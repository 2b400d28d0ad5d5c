import { CrmError } from "../errors/crm-error.js";
import { plainLine } from "../text/plain-text.js";

/** Longer than any label that people read at a glance. */
const LONGEST_TAG = 40;
/** These have a meaning in queries and in lists of tags. */
const FORBIDDEN = /[",*()“”]/;

/**
 * A tag in the spelling that is stored: lower case, spaces collapsed.
 *
 * @throws CrmError `wrong-input` with what was expected
 */
function readTag(text: string): string {
  const tag = plainLine(text).toLowerCase();
  if (tag !== "" && tag.length <= LONGEST_TAG && !FORBIDDEN.test(tag)) return tag;
  throw new CrmError("wrong-input", "a tag that cannot be used", {
    say: `"${plainLine(text)}" cannot be a tag. Expected 1 to ${LONGEST_TAG} characters without quotes, commas, stars or parentheses.`,
  });
}

/** Tags to give and to take, by `+vip` and `-cold`. */
export interface TagChange {
  add: string[];
  remove: string[];
}

/** @throws CrmError `wrong-input` for a tag, for none at all, and for one that is given and taken at once */
export function readTagChange({ add = [], remove = [] }: Partial<TagChange>): TagChange {
  const change = { add: distinct(add), remove: distinct(remove) };
  const both = change.add.find((tag) => change.remove.includes(tag));
  if (both !== undefined) {
    throw new CrmError("wrong-input", "a tag both given and taken", {
      say: `"${both}" is to be given and taken at once. Choose one.`,
    });
  }
  if (change.add.length + change.remove.length === 0) {
    throw new CrmError("wrong-input", "no tags", { say: "Expected tags to give or take, such as +vip or -cold." });
  }
  return change;
}

const distinct = (tags: readonly string[]): string[] => [...new Set(tags.map(readTag))].sort();
