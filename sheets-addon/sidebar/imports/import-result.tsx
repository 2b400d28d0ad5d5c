import type { ImportDone } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { counted } from "../words/count-in-words.js";
import { Figures } from "./figures.js";

/** What an import did. */
export function ImportResult({ done, title }: { done: ImportDone; title: string }) {
  const { go } = useApp();
  const { id, rows, creators, rejected } = done;
  return (
    <>
      <Notice kind="done">
        <p>
          {counted(rows, "row")} of {title} taken in. To take it back: <code>roster undo {id}</code>
        </p>
      </Notice>
      <Figures rows={rows} creators={creators} rejected={rejected} />
      {rejected > 0 && <p class="note">Rejected rows have a note in the tab that says why.</p>}
      <div class="buttons">
        <Button onClick={() => go({ kind: "lists" })}>Back to the lists</Button>
      </div>
    </>
  );
}
