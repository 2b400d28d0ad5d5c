import type { TaskCardBlock } from "@slack/types";
import { Spinner } from "../elements/spinner.js";
import { Icon } from "../frame/icon.js";

type Status = TaskCardBlock["status"];

const WORDS: Record<Status, string> = {
  pending: "Waiting",
  in_progress: "Under way",
  complete: "Done",
  error: "Failed",
};

/** How far a task is, drawn and said. */
export function TaskStatus({ status }: { status: Status }) {
  if (status === "in_progress")
    return (
      <span class="task-status">
        <Spinner label={WORDS.in_progress} />
      </span>
    );
  const icon = { pending: "waiting", complete: "success", error: "error" } as const;
  return (
    <span class={`task-status task-${status}`} role="img" aria-label={WORDS[status]}>
      <Icon name={icon[status]} />
    </span>
  );
}
