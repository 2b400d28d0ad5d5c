import type { FileInput } from "@slack/types";
import { useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { uploadFiles } from "../ask/requests.js";
import { Spinner } from "./spinner.js";
import { type ElementProps, useElement } from "./use-element.js";

/** Files go up when they are chosen; the view holds what the workspace calls them. */
export function FileInputElement(props: ElementProps<FileInput>) {
  const { filetypes = [], max_files = 10 } = props.element;
  const { workspace, attempt } = useApp();
  const { state, set, hasError } = useElement(props);
  const [isBusy, setBusy] = useState(false);
  const upload = async (chosen: FileList | null) => {
    setBusy(true);
    await attempt(async () => {
      const files = await uploadFiles(workspace.state.me, [...(chosen ?? [])].slice(0, max_files));
      await set({ files });
    });
    setBusy(false);
  };
  const accepted = filetypes.map((type) => `.${type}`).join(",");
  return (
    <div class="file-input">
      <input
        type="file"
        multiple={max_files > 1}
        accept={accepted}
        disabled={isBusy}
        aria-labelledby={props.labelledBy}
        aria-invalid={hasError}
        onChange={({ currentTarget }) => void upload(currentTarget.files)}
      />
      {isBusy && <Spinner label="The files go up" />}
      {(state.files?.length ?? 0) > 0 && <small>{state.files?.length} ready</small>}
    </div>
  );
}
