import type { TaskCardBlock } from "@slack/types";
import { Link, PlainText } from "../text/lines.js";
import { safeUrl } from "../text/safe-url.js";
import { RichTextView } from "./rich-text.js";
import { TaskStatus } from "./task-status.js";

export function TaskCardView({ block }: { block: TaskCardBlock }) {
  return (
    <div class="block-task">
      <TaskView task={block} />
    </div>
  );
}

/** A task with its status, and what is known of it below. */
export function TaskView({ task: { title, status, details, output, sources = [] } }: { task: TaskCardBlock }) {
  return (
    <div class="task">
      <TaskStatus status={status} />
      <div class="task-words">
        <div class="task-title">
          <PlainText text={title} />
        </div>
        {details && (
          <div class="task-details">
            <RichTextView block={details} />
          </div>
        )}
        {output && (
          <div class="task-output">
            <RichTextView block={output} />
          </div>
        )}
        {sources.length > 0 && (
          <div class="task-sources">
            {sources.map(({ url, text }) => (
              <SourceLink key={url} url={url} text={text} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

function SourceLink({ url, text }: { url: string; text: string }) {
  const safe = safeUrl(url);
  return <span class="chip">{safe ? <Link url={safe}>{text}</Link> : text}</span>;
}
