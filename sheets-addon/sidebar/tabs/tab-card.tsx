import { useApp } from "../app/app-context.js";
import { brandName, zoneOf } from "../app/brand-of.js";
import type { BoundTab } from "../app/place.js";
import { QueryWords } from "../parts/query-words.js";
import { LIST_NAMES } from "../words/count-in-words.js";
import { LastRun } from "./last-run.js";
import { NextRun } from "./next-run.js";
import { RefreshState } from "./refresh-state.js";
import { TabActions } from "./tab-actions.js";

/** One bound tab. */
export function TabCard({ tab }: { tab: BoundTab }) {
  const { opening, me, refreshes } = useApp();
  const refresh = refreshes.of[tab.sheetId];
  const isInFront = opening.active.sheetId === tab.sheetId;
  return (
    <article class="card" aria-label={tab.title}>
      <header>
        <h2>{tab.title}</h2>
        {isInFront && <span class="mark">In front</span>}
        {tab.paused && <span class="mark">Paused</span>}
      </header>
      <p class="card-what">
        {LIST_NAMES[tab.list]} of {brandName(me, tab.brand)}
      </p>
      {tab.query.trim() === "" ? <p class="note">All of them</p> : <QueryWords query={tab.query} />}
      {tab.missing ? (
        <p class="note note-mistake">
          This tab was deleted. Make a new one with the same list, or unbind it, and Roster forgets it.
        </p>
      ) : (
        <>
          <LastRun tab={tab} refresh={refresh} />
          <NextRun tab={tab} zone={zoneOf(me, tab.brand)} />
          <RefreshState refresh={refresh} title={tab.title} again={() => refreshes.start([tab.sheetId])} />
        </>
      )}
      <TabActions tab={tab} />
    </article>
  );
}
