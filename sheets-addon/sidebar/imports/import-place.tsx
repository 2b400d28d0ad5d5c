import { useState } from "preact/hooks";
import type { ImportDone, ImportPreview } from "../../addon/calls.js";
import { useApp } from "../app/app-context.js";
import { BrandSelect } from "../parts/brand-select.js";
import { Button } from "../parts/button.js";
import { PlaceHead } from "../parts/place-head.js";
import { Problem } from "../parts/problem.js";
import { Said } from "../parts/said.js";
import { useAct } from "../parts/use-act.js";
import { Waiting } from "../parts/waiting.js";
import { importInWords } from "../words/import-in-words.js";
import { ImportResult } from "./import-result.js";
import { PreviewedImport } from "./previewed-import.js";

/** Takes in the tab in front as a file. */
export function ImportPlace() {
  const { me, go } = useApp();
  const brands = me.brands.filter(({ mayEdit }) => mayEdit);
  return (
    <>
      <PlaceHead title="Import this tab" back={() => go({ kind: "lists" })} />
      {brands.length === 0 ? <NoBrand /> : <Importing brands={brands} />}
    </>
  );
}

function NoBrand() {
  return (
    <div class="empty">
      <p class="empty-title">You may look, not import</p>
      <p>Ask an admin of Roster for the right to change a brand.</p>
    </div>
  );
}

function Importing({ brands }: { brands: Parameters<typeof BrandSelect>[0]["brands"] }) {
  const { ask } = useApp();
  const [brand, setBrand] = useState(brands[0]?.slug ?? "");
  const [preview, setPreview] = useState<ImportPreview>();
  const [done, setDone] = useState<ImportDone>();
  const { isBusy, problem, act } = useAct();
  const look = () =>
    act(async () => {
      setDone(undefined);
      setPreview(undefined);
      setPreview(await ask("previewImport", { brand }));
    });
  const choose = (next: string) => {
    setBrand(next);
    setPreview(undefined);
  };
  return (
    <>
      <p>
        The tab in front is read as a file: an export of Euka, Refunnel or TikTok, with its headings. Nothing is written
        before you have seen what an import does.
      </p>
      <BrandSelect brands={brands} value={brand} onChange={choose} />
      <div class="buttons">
        <Button look={preview || done ? "outlined" : "primary"} isBusy={isBusy} onClick={look}>
          {preview || done ? "Preview again" : "Preview"}
        </Button>
      </div>
      <Said words={importInWords(preview, done)} />
      {isBusy && <Waiting>Reading the tab…</Waiting>}
      {problem && <Problem problem={problem} again={look} />}
      {preview && !done && <PreviewedImport preview={preview} brand={brand} imported={setDone} />}
      {done && preview && <ImportResult done={done} title={preview.title} />}
    </>
  );
}
