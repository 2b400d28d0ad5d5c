import type { KnownBlock, TaskCardBlock } from "@slack/types";
import type { DroppedFile, DropView } from "../../core/drops/index.js";
import { progressInWords } from "../progress-in-words.js";
import { cutTo } from "./parts.js";
import { richLines, words } from "./rich.js";
import { inOneLine } from "./text.js";

/** Files that are shown while they are worked on. */
const MOST_TASKS = 12;

/** Letters of a task's title: Slack names no limit; so long a line is still one. */
const MOST_TITLE = 150;

/** How far each file is, as a plan of tasks. */
export function dropProgress(view: DropView, title: string): KnownBlock[] {
  const tasks = view.drop.files.slice(0, MOST_TASKS).map((file, index) => taskOf(file, index, view));
  return [{ type: "plan", title: cutTo(inOneLine(title), MOST_TITLE), tasks }];
}

function taskOf(file: DroppedFile, index: number, view: DropView): TaskCardBlock {
  const { status, said } = progressOf(file, view);
  const [details] = said === "" ? [] : richLines([[words(said)]]);
  const title = cutTo(inOneLine(file.name) || "A file without a name", MOST_TITLE);
  return { type: "task_card", task_id: `file-${index}`, title, status, ...(details ? { details } : {}) };
}

function progressOf(
  { state, kept }: DroppedFile,
  { imports }: DropView,
): { status: TaskCardBlock["status"]; said: string } {
  switch (state.is) {
    case "waiting":
      return { status: kept ? "in_progress" : "pending", said: kept ? "reading" : "" };
    case "importing":
      return importing(imports.get(state.importId ?? ""));
    case "refused":
    case "missing":
    case "failed":
      return { status: "error", said: state.say };
    case "unknown":
    case "several":
      return { status: "error", said: "needs a choice" };
    case "known":
      return { status: "complete", said: "taken in before" };
    default:
      return { status: "complete", said: "" };
  }
}

function importing(record: ReturnType<DropView["imports"]["get"]>): { status: TaskCardBlock["status"]; said: string } {
  if (record === undefined) return { status: "pending", said: "" };
  if (record.status === "done") return { status: "complete", said: "" };
  const { progress } = record;
  return { status: "in_progress", said: progress === undefined ? "" : progressInWords(progress) };
}
