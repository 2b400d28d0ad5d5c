import { useState } from "preact/hooks";
import type { TabSettings } from "../../../core/contract/index.js";
import type { Opening } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { Button } from "../parts/button.js";
import { Problem } from "../parts/problem.js";
import { useAct } from "../parts/use-act.js";
import type { Draft } from "./draft.js";

interface SyncButtonProps {
  draft: Draft;
  columns: string[];
  /** The columns are known. */
  isReady: boolean;
  /** The deleted tab whose list goes into another one. */
  replaces?: number;
}

/** Binds the tab, and starts to fill it. */
export function SyncButton({ draft, columns, isReady, replaces }: SyncButtonProps) {
  const { opening, ask, renew, refreshes, go } = useApp();
  const [isMissing, setMissing] = useState(false);
  const { isBusy, problem, act } = useAct();
  const { list, query, brand, whenGone, schedule, paused, sheetId } = draft;
  const settings: TabSettings = { list, query: query.trim(), brand, columns, whenGone, schedule, paused };
  const title = draft.title.trim();
  const bind = async () => {
    const after = await ask("bind", {
      ...settings,
      ...(sheetId === undefined ? { title: title || undefined } : { sheetId }),
    });
    const bound = sheetId ?? newTab(opening, after);
    renew(after);
    // Where this fails, the deleted tab stays in the list, with its own button.
    if (replaces !== undefined) await ask("unbind", { sheetId: replaces }).then(renew, () => undefined);
    go({ kind: "lists" });
    if (bound !== undefined) refreshes.start([bound]);
  };
  const sync = () => {
    setMissing(columns.length === 0);
    if (columns.length > 0) act(bind);
  };
  return (
    <div class="foot">
      {isMissing && columns.length === 0 && (
        <p class="note note-mistake" role="alert">
          Choose at least one column.
        </p>
      )}
      {problem && <Problem problem={problem} again={sync} />}
      <div class="buttons">
        <Button look="primary" isBusy={isBusy} isDisabled={!isReady} onClick={sync}>
          {isBusy ? "Saving…" : "Sync"}
        </Button>
        <Button look="text" onClick={() => go({ kind: "lists" })}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

const newTab = (before: Opening, after: Opening): number | undefined =>
  after.tabs.find(({ sheetId }) => before.tabs.every((tab) => tab.sheetId !== sheetId))?.sheetId;
