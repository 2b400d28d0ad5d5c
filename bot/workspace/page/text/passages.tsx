import type { TextObject } from "@slack/types";
import type { Inline, Passage } from "./inline.js";
import { Lines, PlainText } from "./lines.js";
import { parseMrkdwn } from "./parse-mrkdwn.js";

export function Passages({ passages }: { passages: readonly Passage[] }) {
  return (
    <>
      {passages.map((passage, at) => (
        <PassageOf key={`${at}${passage.kind}`} passage={passage} />
      ))}
    </>
  );
}

function PassageOf({ passage }: { passage: Passage }) {
  switch (passage.kind) {
    case "paragraph":
      return (
        <p>
          <Lines inside={passage.inside} />
        </p>
      );
    case "heading":
      return <Heading {...passage} />;
    case "quote":
      return (
        <blockquote>
          <Lines inside={passage.inside} />
        </blockquote>
      );
    case "pre":
      return <pre>{passage.text}</pre>;
    case "list":
      return <ListOf {...passage} />;
    case "table":
      return <TableOf rows={passage.rows} />;
    case "rule":
      return <hr />;
  }
}

/** The page's own headings are above these. */
function Heading({ level, inside }: { level: number; inside: Inline[] }) {
  const Tag = level === 1 ? "h3" : level === 2 ? "h4" : "h5";
  return (
    <Tag class={`heading heading-${level}`}>
      <Lines inside={inside} />
    </Tag>
  );
}

function ListOf({ ordered, start, items }: { ordered: boolean; start: number; items: Inline[][] }) {
  const entries = items.map((item, at) => (
    <li key={String(at)}>
      <Lines inside={item} />
    </li>
  ));
  return ordered ? <ol start={start}>{entries}</ol> : <ul>{entries}</ul>;
}

function TableOf({ rows: [head = [], ...rows] }: { rows: Inline[][][] }) {
  return (
    <div class="table-scroll">
      <table class="table">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={String(at)} scope="col">
                <Lines inside={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={String(at)}>
              {row.map((cell, place) => (
                <td key={String(place)}>
                  <Lines inside={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Mrkdwn({ text }: { text: string }) {
  return (
    <div class="mrkdwn">
      <Passages passages={parseMrkdwn(text)} />
    </div>
  );
}

/** A text object of a block, in either of its two languages. */
export function Text({ text }: { text: TextObject }) {
  return text.type === "mrkdwn" ? <Mrkdwn text={text.text} /> : <PlainText text={text.text} />;
}
