import { useId } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { Notice } from "../parts/notice.js";

/** Whom to share the spreadsheet with, so that schedules can run. */
export function ServiceAccount() {
  const { serviceAccount } = useApp().opening;
  const id = useId();
  if (!serviceAccount)
    return (
      <Notice kind="warning">
        <p>
          This will not run yet: no Google service account is set up in Roster. Ask whoever runs Roster to add one;
          until then, refresh by hand.
        </p>
      </Notice>
    );
  return (
    <div class="field">
      <label for={id} class="note">
        For this to run, share the spreadsheet as editor with:
      </label>
      <input
        id={id}
        class="input"
        type="text"
        readOnly
        value={serviceAccount}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </div>
  );
}
