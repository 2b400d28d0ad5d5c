import type { PlanBlock, TaskCardBlock } from "@slack/types";
import { useState } from "preact/hooks";
import { Icon } from "../frame/icon.js";
import { PlainText } from "../text/lines.js";
import { TaskView } from "./task-card.js";
import { TaskStatus } from "./task-status.js";

const isTask = (task: object): task is TaskCardBlock => "status" in task && "title" in task;

/** Tasks one after the other under one title, which shows how far all of them are. */
export function PlanView({ block }: { block: PlanBlock }) {
  const [isOpen, setOpen] = useState(true);
  const tasks = (block.tasks ?? []).filter(isTask);
  return (
    <section class="block-plan">
      <button type="button" class="plan-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <TaskStatus status={wholeStatus(tasks)} />
        <span class="plan-title">
          <PlainText text={block.title} />
        </span>
        <Icon name={isOpen ? "down" : "right"} />
      </button>
      {isOpen && tasks.length > 0 && (
        <ol class="plan-tasks">
          {tasks.map((task, at) => (
            <li key={task.task_id || String(at)}>
              <TaskView task={task} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Failed where one has, under way where one is or some are done, done when all are. */
function wholeStatus(tasks: readonly TaskCardBlock[]): TaskCardBlock["status"] {
  const has = (status: TaskCardBlock["status"]) => tasks.some((task) => task.status === status);
  if (has("error")) return "error";
  if (has("in_progress") || (has("complete") && has("pending"))) return "in_progress";
  return has("complete") ? "complete" : "pending";
}
