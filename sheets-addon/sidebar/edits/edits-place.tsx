import { useCallback, useEffect, useState } from "preact/hooks";
import type { EditsPreview, EditsSent } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import type { BoundTab } from "../app/place.js";
import { PlaceHead } from "../parts/place-head.js";
import { Problem } from "../parts/problem.js";
import { Said } from "../parts/said.js";
import { useAct } from "../parts/use-act.js";
import { Waiting } from "../parts/waiting.js";
import { editsInWords } from "../words/edits-in-words.js";
import { PreviewedEdits } from "./previewed-edits.js";
import { SentEdits } from "./sent-edits.js";

/** What a person changed in a tab: looked at first, then sent. */
export function EditsPlace({ tab: { sheetId, title } }: { tab: BoundTab }) {
  const { ask, go } = useApp();
  const [preview, setPreview] = useState<EditsPreview>();
  const [sent, setSent] = useState<EditsSent>();
  const { isBusy, problem, act } = useAct();
  const look = useCallback(() => {
    act(async () => {
      setSent(undefined);
      setPreview(undefined);
      setPreview(await ask("previewEdits", { sheetId }));
    });
  }, [act, ask, sheetId]);
  useEffect(look, [look]);
  return (
    <>
      <PlaceHead title="Send my edits" back={() => go({ kind: "lists" })} />
      <p>
        What was changed in <strong>{title}</strong> since it was refreshed.
      </p>
      <Said words={editsInWords(preview?.changes, sent)} />
      {isBusy && <Waiting>Comparing with Roster…</Waiting>}
      {problem && <Problem problem={problem} again={look} />}
      {preview && !sent && <PreviewedEdits sheetId={sheetId} changes={preview.changes} sent={setSent} look={look} />}
      {sent && <SentEdits sheetId={sheetId} sent={sent} look={look} />}
    </>
  );
}
