import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../../../bot/workspace/page/text/parse-markdown.js";
import { parseMarkdownLine } from "../../../../bot/workspace/page/text/parse-markdown-line.js";

const text = (words: string) => ({ kind: "text" as const, text: words });

describe("parseMarkdown", () => {
  it.each([
    ["# Head", [{ kind: "heading", level: 1, inside: [text("Head")] }]],
    ["- a\n- b", [{ kind: "list", ordered: false, start: 1, items: [[text("a")], [text("b")]] }]],
    ["3. a\n4. b", [{ kind: "list", ordered: true, start: 3, items: [[text("a")], [text("b")]] }]],
    ["> a", [{ kind: "quote", inside: [text("a")] }]],
    ["---", [{ kind: "rule" }]],
    ["```\na *b*\n```", [{ kind: "pre", text: "a *b*" }]],
    ["```\nnever closed", [{ kind: "pre", text: "never closed" }]],
    ["| a |\n|---|\n| b |", [{ kind: "table", rows: [[[text("a")]], [[text("b")]]] }]],
    [
      "one\n\ntwo",
      [
        { kind: "paragraph", inside: [text("one")] },
        { kind: "paragraph", inside: [text("two")] },
      ],
    ],
    ["", []],
  ])("%s", (written, expected) => {
    expect(parseMarkdown(written)).toEqual(expected);
  });
});

describe("parseMarkdownLine", () => {
  it.each([
    ["**b** and *i*", [{ kind: "bold", inside: [text("b")] }, text(" and "), { kind: "italic", inside: [text("i")] }]],
    ["\\*as written\\*", [text("*"), text("as written"), text("*")]],
    ["[a](https://a.example)", [{ kind: "link", url: "https://a.example/", inside: [text("a")] }]],
    ["[a](javascript:x)", [{ kind: "italic", inside: [text("a")] }]],
    ["<b>no HTML</b>", [text("<b>no HTML</b>")]],
  ])("%s", (written, expected) => {
    expect(parseMarkdownLine(written)).toEqual(expected);
  });
});
