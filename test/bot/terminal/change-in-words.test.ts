import { describe, expect, it } from "vitest";
import { changeInWords } from "../../../bot/terminal/changing/change-in-words.js";
import { type EditChange, textOf } from "../../../core/edits/index.js";

const HIDDEN = "\u001b[2J\u202eevil\u2069\n";

describe("changeInWords", () => {
  it.each<[EditChange, string]>([
    [{ kind: "set", field: "name", from: null, to: { first: HIDDEN, last: "Cruz" } }, "name: none → [2Jevil Cruz"],
    [{ kind: "tag", add: [HIDDEN], remove: [] }, "+[2Jevil"],
    [{ kind: "note", text: `one\n${HIDDEN}👩‍👧` }, "note: one [2Jevil 👩‍👧"],
    [{ kind: "merge", into: `@${HIDDEN}` }, "merged into @[2Jevil"],
  ])("tells nothing hidden, on one line", (change, words) => {
    expect(changeInWords(change, textOf)).toBe(words);
  });
});
