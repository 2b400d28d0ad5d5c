import { useApp } from "../app/app-context.js";
import { Icon } from "./icon.js";

/** What went wrong, until the person has read it. */
export function Troubles() {
  const { workspace, change } = useApp();
  return (
    <div class="troubles" role="log" aria-live="assertive" aria-label="Problems">
      {!workspace.isConnected && (
        <div class="trouble">
          <Icon name="warning" />
          <p>The workspace does not answer. Trying again…</p>
        </div>
      )}
      {workspace.troubles.map(({ id, text }) => (
        <div class="trouble" key={id}>
          <Icon name="warning" />
          <p>{text}</p>
          <button
            type="button"
            class="button button-bare button-icon"
            aria-label="Dismiss"
            onClick={() => change({ kind: "understood", trouble: id })}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
