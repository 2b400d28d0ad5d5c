import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Inline, Passage } from "../../../../bot/workspace/page/text/inline.js";
import { escapeText } from "../../../../bot/workspace/page/text/parse-control.js";
import { parseLine } from "../../../../bot/workspace/page/text/parse-line.js";
import { parseMrkdwn } from "../../../../bot/workspace/page/text/parse-mrkdwn.js";

const text = (words: string): Inline => ({ kind: "text", text: words });

describe("parseLine", () => {
  it.each<[string, Inline[]]>([
    ["*bold*", [{ kind: "bold", inside: [text("bold")] }]],
    [
      "_it_ and ~gone~",
      [{ kind: "italic", inside: [text("it")] }, text(" and "), { kind: "strike", inside: [text("gone")] }],
    ],
    ["*a _b_*", [{ kind: "bold", inside: [text("a "), { kind: "italic", inside: [text("b")] }] }]],
    ["2*3*4", [text("2*3*4")]],
    ["snake_case_name", [text("snake_case_name")]],
    ["* not bold *", [text("* not bold *")]],
    ["**", [text("**")]],
    ["*over\nlines*", [text("*over"), { kind: "break" }, text("lines*")]],
    ["`*code*`", [{ kind: "code", text: "*code*" }]],
    ["<@U1>", [{ kind: "user", id: "U1", label: undefined }]],
    ["<#C1|creators>", [{ kind: "channel", id: "C1", label: "creators" }]],
    ["<!channel>", [{ kind: "broadcast", text: "@channel" }]],
    ["&lt;!channel&gt;", [text("<!channel>")]],
    [
      "<https://a.example/?x=1&amp;y=2|A &lt;b&gt;>",
      [{ kind: "link", url: "https://a.example/?x=1&y=2", inside: [text("A <b>")] }],
    ],
    [
      "see https://a.example/b.",
      [text("see "), { kind: "link", url: "https://a.example/b", inside: [text("https://a.example/b")] }, text(".")],
    ],
    ["<javascript:alert(1)|press>", [text("press")]],
    ["<data:text/html,x>", [text("data:text/html,x")]],
    [":tada:", [{ kind: "emoji", name: "tada" }]],
    ["<!date^10^{date}|once>", [{ kind: "date", seconds: 10, format: "{date}", url: undefined, fallback: "once" }]],
  ])("%s", (written, expected) => {
    expect(parseLine(written)).toEqual(expected);
  });

  it("shows any escaped text as it is, apart from marks", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const bare = typed.replace(/[*_~`:]|https?/g, "");
        expect(wordsOf(parseLine(escapeText(bare)))).toBe(bare);
      }),
    );
  });

  it("reads 3,000 characters of nothing but marks in no time", () => {
    for (const marks of ["*a ", "<", "_", "`", "*_~"]) {
      const start = performance.now();
      parseLine(marks.repeat(3000 / marks.length));
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});

describe("parseMrkdwn", () => {
  it("keeps quotes, code and paragraphs apart", () => {
    const kinds = parseMrkdwn("one\n&gt; two\n> three\n```\nfour *\n```\nfive").map(({ kind }) => kind);
    expect(kinds).toEqual(["paragraph", "quote", "pre", "paragraph"]);
  });

  it("leaves marks in code alone", () => {
    expect(parseMrkdwn("```a *b* &lt;c&gt;```")).toEqual<Passage[]>([{ kind: "pre", text: "a *b* <c>" }]);
  });
});

/** What a reader reads. */
function wordsOf(inside: readonly Inline[]): string {
  return inside
    .map((inline) => {
      if (inline.kind === "text" || inline.kind === "code" || inline.kind === "broadcast") return inline.text;
      if (inline.kind === "break") return "\n";
      return "inside" in inline ? wordsOf(inline.inside) : "";
    })
    .join("");
}
