import type { EditsSent } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { sentInWords } from "../words/sent-in-words.js";

interface SentEditsProps {
  sheetId: number;
  sent: EditsSent;
  look(): void;
}

/** What happened, and how to go on. */
export function SentEdits({ sheetId, sent, look }: SentEditsProps) {
  const { refreshes, go } = useApp();
  const refresh = () => {
    refreshes.start([sheetId]);
    go({ kind: "lists" });
  };
  return (
    <>
      <Notice kind={sent.invalid + sent.conflicts > 0 ? "warning" : "done"}>
        {sentInWords(sent).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <div class="buttons">
        <Button onClick={look}>Look again</Button>
        <Button onClick={refresh}>Refresh the tab</Button>
      </div>
    </>
  );
}
