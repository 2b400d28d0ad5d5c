import type { RichTextBlock, RichTextInput } from "@slack/types";
import { type ElementProps, useElement } from "./use-element.js";

/** Rich text is typed as plain lines here, and sent as Slack sends it. */
export function RichTextInputElement(props: ElementProps<RichTextInput>) {
  const { element, labelledBy } = props;
  const { state, hold, hasError } = useElement(props);
  return (
    <textarea
      class="input"
      rows={element.min_lines ?? 4}
      value={wordsOf(state.rich_text_value)}
      placeholder={element.placeholder?.text}
      aria-labelledby={labelledBy}
      aria-invalid={hasError}
      onInput={({ currentTarget }) => hold({ rich_text_value: asRichText(currentTarget.value) })}
    />
  );
}

function asRichText(text: string): RichTextBlock | null {
  if (text === "") return null;
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

function wordsOf(block: RichTextBlock | null | undefined): string {
  const sections = block?.elements.flatMap((part) => (part.type === "rich_text_list" ? part.elements : [part])) ?? [];
  return sections
    .map(({ elements }) => elements.map((run) => ("text" in run ? (run.text ?? "") : "")).join(""))
    .join("\n");
}
