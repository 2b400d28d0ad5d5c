import type { CallProblem } from "../../addon/calls.js";
import { problemTitle } from "../words/problem-title.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";

interface ProblemProps {
  problem: CallProblem;
  again?(): void;
}

/** What failed, what to do about it, and the way to try again. */
export function Problem({ problem, again }: ProblemProps) {
  return (
    <div class="notice notice-problem" role="alert">
      <Icon name="problem" />
      <div class="notice-words">
        <p class="notice-title">{problemTitle(problem.kind)}</p>
        <p>{problem.detail}</p>
        {again && <Button onClick={again}>Try again</Button>}
      </div>
    </div>
  );
}
