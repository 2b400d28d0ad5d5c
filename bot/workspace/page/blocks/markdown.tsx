import type { MarkdownBlock } from "@slack/types";
import { parseMarkdown } from "../text/parse-markdown.js";
import { Passages } from "../text/passages.js";

export function MarkdownView({ block }: { block: MarkdownBlock }) {
  return (
    <div class="mrkdwn block-markdown">
      <Passages passages={parseMarkdown(block.text)} />
    </div>
  );
}
