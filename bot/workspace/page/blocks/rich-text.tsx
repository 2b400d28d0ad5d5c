import type { RichTextBlock, RichTextBlockElement, RichTextList } from "@slack/types";
import { RichRuns } from "./rich-run.js";

export function RichTextView({ block }: { block: RichTextBlock }) {
  return (
    <div class="mrkdwn block-rich-text">
      {block.elements.map((part, at) => (
        <Part key={String(at)} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { part: RichTextBlockElement }) {
  switch (part.type) {
    case "rich_text_section":
      return (
        <p>
          <RichRuns runs={part.elements} />
        </p>
      );
    case "rich_text_quote":
      return (
        <blockquote>
          <RichRuns runs={part.elements} />
        </blockquote>
      );
    case "rich_text_preformatted":
      return (
        <pre>
          <RichRuns runs={part.elements} />
        </pre>
      );
    case "rich_text_list":
      return <ListPart part={part} />;
  }
}

function ListPart({ part }: { part: RichTextList }) {
  const items = part.elements.map((item, at) => (
    <li key={String(at)}>
      <RichRuns runs={item.elements} />
    </li>
  ));
  const look = `indent-${Math.min(part.indent ?? 0, 8)}${part.border ? " has-border" : ""}`;
  const from = "offset" in part && typeof part.offset === "number" ? part.offset + 1 : 1;
  return part.style === "ordered" ? (
    <ol class={look} start={from}>
      {items}
    </ol>
  ) : (
    <ul class={look}>{items}</ul>
  );
}
