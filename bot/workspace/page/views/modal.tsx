import { useState } from "preact/hooks";
import type { PageView } from "../../wire.js";
import { useApp } from "../app/app-context.js";
import { postView } from "../ask/requests.js";
import { Blocks } from "../blocks/blocks.js";
import { checkValues } from "../elements/check-values.js";
import { useNewSurface } from "../elements/make-surface.js";
import { Spinner } from "../elements/spinner.js";
import { SurfaceContext } from "../elements/surface.js";
import { Dialog } from "../frame/dialog.js";
import { withEmoji } from "../text/emoji.js";

/** A view of the bot's. What is wrong with an input stands under it, and what was typed stays. */
export function Modal({ view, isCovered }: { view: PageView; isCovered: boolean }) {
  const { workspace, attempt } = useApp();
  const surface = useNewSurface(view.blocks, { viewId: view.id });
  const [isBusy, setBusy] = useState(false);
  const post = async (what: "submit" | "close") => {
    setBusy(true);
    await attempt(async () => {
      const { errors } = await postView({ as: workspace.state.me, viewId: view.id, what, state: surface.values });
      surface.setErrors(errors ?? {});
    });
    setBusy(false);
  };
  const submit = () => {
    if (isBusy || !view.submit) return;
    const errors = checkValues(view.blocks, surface.values);
    surface.setErrors(errors);
    if (Object.keys(errors).length === 0) void post("submit");
  };
  return (
    <SurfaceContext.Provider value={surface}>
      <Dialog
        title={withEmoji(view.title.text)}
        isCovered={isCovered}
        foot={<Foot view={view} isBusy={isBusy} close={() => void post("close")} />}
        onClose={() => void post("close")}
        onSubmit={submit}
      >
        <Blocks blocks={view.blocks} />
        <StrayErrors view={view} errors={surface.errors} />
      </Dialog>
    </SurfaceContext.Provider>
  );
}

function Foot({ view, isBusy, close }: { view: PageView; isBusy: boolean; close(): void }) {
  return (
    <>
      <button type="button" class="button button-plain" disabled={isBusy} onClick={close}>
        {withEmoji(view.close?.text ?? (view.submit ? "Cancel" : "Close"))}
      </button>
      {view.submit && (
        <button type="submit" class="button button-primary" disabled={isBusy} aria-busy={isBusy}>
          {isBusy && <Spinner />}
          {withEmoji(view.submit.text)}
        </button>
      )}
    </>
  );
}

/** An error for a block that is no input has no other place to stand. */
function StrayErrors({ view, errors }: { view: PageView; errors: Record<string, string> }) {
  const inputs = new Set(view.blocks.filter(({ type }) => type === "input").map(({ block_id }) => block_id));
  const stray = Object.entries(errors).filter(([id]) => !inputs.has(id) && !id.startsWith("block-"));
  return (
    <>
      {stray.map(([id, text]) => (
        <p key={id} class="input-error" role="alert">
          {text}
        </p>
      ))}
    </>
  );
}
