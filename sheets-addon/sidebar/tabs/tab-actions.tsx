import { useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { mayEdit } from "../app/brand-of.js";
import type { BoundTab } from "../app/place.js";
import { settingsOf } from "../binding/settings-of.js";
import { Button } from "../parts/button.js";
import { Confirm } from "../parts/confirm.js";
import { Problem } from "../parts/problem.js";
import { useAct } from "../parts/use-act.js";
import { isUnderWay } from "./use-refreshes.js";

/** What can be done with one bound tab. */
export function TabActions({ tab }: { tab: BoundTab }) {
  const { me, ask, renew, refreshes, go } = useApp();
  const pausing = useAct();
  const { sheetId, title, paused } = tab;
  const pause = () =>
    pausing.act(async () => renew(await ask("bind", { ...settingsOf(tab), sheetId, title, paused: !paused })));
  return (
    <>
      {!tab.missing && (
        <div class="buttons">
          <Button
            label={`Refresh ${title}`}
            isBusy={isUnderWay(refreshes.of[sheetId])}
            onClick={() => refreshes.start([sheetId])}
          >
            Refresh
          </Button>
          {tab.list === "creators" && mayEdit(me, tab.brand) && (
            <Button label={`Send my edits in ${title}`} onClick={() => go({ kind: "edits", tab })}>
              Send my edits
            </Button>
          )}
        </div>
      )}
      <div class="buttons buttons-small">
        <Button
          look="text"
          label={tab.missing ? `Make a new tab for ${title}` : `Edit ${title}`}
          onClick={() => go({ kind: "binding", tab })}
        >
          {tab.missing ? "Make a new tab" : "Edit"}
        </Button>
        {!tab.missing && (
          <Button look="text" label={`${paused ? "Resume" : "Pause"} ${title}`} isBusy={pausing.isBusy} onClick={pause}>
            {paused ? "Resume" : "Pause"}
          </Button>
        )}
        <Unbind tab={tab} />
      </div>
      {pausing.problem && <Problem problem={pausing.problem} again={pause} />}
    </>
  );
}

function Unbind({ tab: { sheetId, title, missing } }: { tab: BoundTab }) {
  const { ask, renew } = useApp();
  const [isAsking, setAsking] = useState(false);
  const { isBusy, problem, act } = useAct();
  const unbind = () =>
    act(async () => {
      const opening = await ask("unbind", { sheetId });
      setAsking(false);
      renew(opening);
    });
  return (
    <>
      <Button look="text" label={`Unbind ${title}`} onClick={() => setAsking(true)}>
        Unbind
      </Button>
      {isAsking && (
        <Confirm
          title={`Unbind ${title}?`}
          yes="Unbind"
          isBusy={isBusy}
          problem={problem}
          onYes={unbind}
          onNo={() => setAsking(false)}
        >
          <p>
            {missing
              ? "Roster forgets what the deleted tab showed."
              : "The rows stay where they are. Roster no longer refreshes them, and takes in no edits from this tab."}
          </p>
        </Confirm>
      )}
    </>
  );
}
