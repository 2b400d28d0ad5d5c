import type { ImportDone, ImportPreview } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { brandName } from "../app/brand-of.js";
import { Button } from "../parts/button.js";
import { Notice } from "../parts/notice.js";
import { Problem } from "../parts/problem.js";
import { useAct } from "../parts/use-act.js";
import { Figures } from "./figures.js";
import { UnknownHeadings } from "./unknown-headings.js";

interface PreviewedImportProps {
  preview: ImportPreview;
  brand: string;
  imported(done: ImportDone): void;
}

/** What an import would do, and the button that does it. */
export function PreviewedImport({ preview, brand, imported }: PreviewedImportProps) {
  const { me, ask } = useApp();
  const { isBusy, problem, act } = useAct();
  const { sheetId, title, source, nearest, rows, creators, rejected, known } = preview;
  if (source === undefined) return <UnknownHeadings title={title} nearest={nearest} />;
  const take = () => act(async () => imported(await ask("importTab", { brand, sheetId })));
  return (
    <section class="part" aria-label={`Preview of ${title}`}>
      <h2>{title}</h2>
      <p class="note">
        Recognised as <strong>{source}</strong>, for {brandName(me, brand)}
      </p>
      <Figures rows={rows} creators={creators} rejected={rejected} />
      {known && (
        <Notice kind="warning">
          <p>Taken in before: {known}. Importing it again changes nothing.</p>
        </Notice>
      )}
      {problem && <Problem problem={problem} again={take} />}
      <div class="buttons">
        <Button look="primary" isBusy={isBusy} isDisabled={rows === 0} onClick={take}>
          {isBusy ? "Importing…" : "Import"}
        </Button>
      </div>
    </section>
  );
}
