import { useApp } from "../app/app-context.js";
import { useFocusKept } from "../app/use-focus-kept.js";
import { Button } from "../parts/button.js";
import { IconButton } from "../parts/icon-button.js";
import { PlaceHead } from "../parts/place-head.js";
import { Problem } from "../parts/problem.js";
import { useAct } from "../parts/use-act.js";
import { frontFirst } from "./front-first.js";
import { NoBrands } from "./no-brands.js";
import { NoLists } from "./no-lists.js";
import { OverallProgress } from "./overall-progress.js";
import { TabCard } from "./tab-card.js";
import { useLookOnFocus } from "./use-look-on-focus.js";

/** The spreadsheet's bound tabs, and what can be done with them. */
export function ListsPlace({ open }: { open(): Promise<void> }) {
  const { opening, me, refreshes, go } = useApp();
  const { isBusy, problem, act } = useAct();
  useLookOnFocus(open);
  useFocusKept(opening.tabs.length);
  const tabs = frontFirst(opening);
  const refreshable = tabs.filter(({ paused, missing }) => !paused && !missing).map(({ sheetId }) => sheetId);
  const seesNothing = me.brands.length === 0 && !me.allBrands;
  return (
    <>
      <div class="head-row">
        <PlaceHead title="Lists" />
        <IconButton icon="again" label={isBusy ? "Looking again…" : "Look again"} onClick={() => act(open)} />
      </div>
      {problem && <Problem problem={problem} again={() => act(open)} />}
      {tabs.length === 0 && (seesNothing ? <NoBrands /> : <NoLists />)}
      <div class="buttons">
        <Button look="primary" isDisabled={seesNothing} onClick={() => go({ kind: "binding" })}>
          New list
        </Button>
        {refreshable.length > 1 && <Button onClick={() => refreshes.start(refreshable)}>Refresh all</Button>}
      </div>
      <OverallProgress refreshes={refreshes} />
      <ul class="cards" aria-label="Lists in this spreadsheet">
        {tabs.map((tab) => (
          <li key={tab.sheetId}>
            <TabCard tab={tab} />
          </li>
        ))}
      </ul>
      <section class="part">
        <h2>Import</h2>
        <p>A tab that holds an export, such as Euka’s or TikTok’s, can be taken in by Roster.</p>
        <div class="buttons">
          <Button onClick={() => go({ kind: "import" })}>Import this tab</Button>
        </div>
      </section>
    </>
  );
}
