import { useState } from "preact/hooks";
import type { CellChange, ConflictPick, EditsSent } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { Button } from "../parts/button.js";
import { LongList } from "../parts/long-list.js";
import { Problem } from "../parts/problem.js";
import { useAct } from "../parts/use-act.js";
import { counted } from "../words/count-in-words.js";
import { Change } from "./change.js";
import { Conflict } from "./conflict.js";
import { keyOf, type Picked, picksOf, sortChanges } from "./sort-changes.js";

interface PreviewedEditsProps {
  sheetId: number;
  changes: readonly CellChange[];
  sent(sent: EditsSent): void;
  look(): void;
}

/** Each changed cell, and what sending would do with it. */
export function PreviewedEdits({ sheetId, changes, sent, look }: PreviewedEditsProps) {
  const { ask } = useApp();
  const [picked, setPicked] = useState<Picked>({});
  const { isBusy, problem, act } = useAct();
  const { send, conflicts, invalid, refresh } = sortChanges(changes);
  const picks: ConflictPick[] = picksOf(conflicts, picked);
  const count = send.length + picks.length;
  const sendAll = () => act(async () => sent(await ask("sendEdits", { sheetId, picks })));
  const pick = (change: CellChange, keep: ConflictPick["keep"]) =>
    setPicked((before) => ({ ...before, [keyOf(change)]: keep }));
  return (
    <>
      {send.length + conflicts.length + invalid.length === 0 && <NothingToSend look={look} />}
      {conflicts.length > 0 && (
        <section class="part">
          <h2>{counted(conflicts.length, "conflict")}</h2>
          <p class="note">Changed here and in Roster. Pick what is right; those not picked wait.</p>
          <LongList
            entries={conflicts}
            keyOf={keyOf}
            show={(change) => (
              <Conflict change={change} keep={picked[keyOf(change)]} pick={(keep) => pick(change, keep)} />
            )}
          />
        </section>
      )}
      {invalid.length > 0 && (
        <section class="part">
          <h2>{counted(invalid.length, "cell")} cannot be sent</h2>
          <LongList entries={invalid} keyOf={keyOf} show={(change) => <Change change={change} />} />
        </section>
      )}
      {send.length > 0 && (
        <section class="part">
          <h2>{counted(send.length, "cell")} to send</h2>
          <LongList entries={send} keyOf={keyOf} show={(change) => <Change change={change} />} />
        </section>
      )}
      {refresh.length > 0 && (
        <p class="note">
          {counted(refresh.length, "cell")} changed in Roster only: the next refresh writes{" "}
          {refresh.length === 1 ? "it" : "them"} here.
        </p>
      )}
      {problem && <Problem problem={problem} again={sendAll} />}
      {send.length + conflicts.length > 0 && (
        <div class="foot buttons">
          <Button look="primary" isBusy={isBusy} isDisabled={count === 0} onClick={sendAll}>
            {isBusy ? "Sending…" : `Send ${counted(count, "cell")}`}
          </Button>
        </div>
      )}
    </>
  );
}

function NothingToSend({ look }: { look(): void }) {
  return (
    <div class="empty">
      <p class="empty-title">Nothing to send</p>
      <p>Change cells in columns with ✎, then come back. Other columns are Roster’s, and are filled again.</p>
      <Button onClick={look}>Look again</Button>
    </div>
  );
}
