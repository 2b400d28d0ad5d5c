import type { RefreshStep } from "../../addon/calls.js";
import { Notice } from "../parts/notice.js";
import { Problem } from "../parts/problem.js";
import { conflictsInWords } from "../words/conflicts-in-words.js";
import { counted } from "../words/count-in-words.js";
import { refreshInWords, shareDone } from "../words/refresh-in-words.js";
import type { Refresh } from "./use-refreshes.js";

interface RefreshStateProps {
  refresh: Refresh | undefined;
  title: string;
  again(): void;
}

/** How far the refresh of one tab is, or what came of it. */
export function RefreshState({ refresh, title, again }: RefreshStateProps) {
  return (
    <>
      <div role="status">
        {refresh?.state === "done" && <Done step={refresh.step} />}
        {refresh && (refresh.state === "waiting" || refresh.state === "running") && (
          <Progress refresh={refresh} title={title} />
        )}
      </div>
      {refresh?.state === "failed" && <Problem problem={refresh.problem} again={again} />}
    </>
  );
}

function Done({ step }: { step: RefreshStep }) {
  return (
    <Notice kind={step.conflicts > 0 ? "warning" : "done"}>
      <p>{refreshInWords(step)}</p>
      {step.conflicts > 0 && <p>{conflictsInWords(step.conflicts)}</p>}
    </Notice>
  );
}

function Progress({ refresh, title }: { refresh: Extract<Refresh, { state: "waiting" | "running" }>; title: string }) {
  const step = refresh.state === "running" ? refresh.step : undefined;
  return (
    <div class="progress">
      <progress aria-label={`Refresh of ${title}`} value={step && shareDone(step)} />
      <p class="note">{progressInWords(refresh)}</p>
    </div>
  );
}

function progressInWords(refresh: Extract<Refresh, { state: "waiting" | "running" }>): string {
  if (refresh.state === "waiting") return "Waiting for its turn…";
  if (!refresh.step) return "Looking what changed…";
  return `${counted(refresh.step.left, "row")} of ${refresh.step.total.toLocaleString("en-US")} to come…`;
}
