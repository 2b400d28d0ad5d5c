import { useApp } from "../app/app-context.js";
import { type Command, commandBegun } from "./suggest-commands.js";

interface SuggestionsProps {
  id: string;
  commands: readonly Command[];
  active: number;
  take(name: string): void;
}

/** The slash commands that fit what is typed. */
export function Suggestions({ id, commands, active, take }: SuggestionsProps) {
  return (
    <div class="suggestions" id={id} role="listbox" aria-label="Commands">
      {commands.map(({ name, hint, description }, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer hears the keys
        <div
          key={name}
          id={`${id}-${at}`}
          class={at === active ? "suggestion is-active" : "suggestion"}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          onClick={() => take(name)}
        >
          <span class="suggestion-name">
            <strong>{name}</strong> <span class="suggestion-hint">{hint}</span>
          </span>
          <small>{description}</small>
        </div>
      ))}
    </div>
  );
}

/** What may follow a command that is being typed. */
export function CommandHint({ text }: { text: string }) {
  const { workspace } = useApp();
  const command = commandBegun(workspace.state.commands, text);
  if (command === undefined) return null;
  return (
    <div class="command-hint">
      <strong>{command.name}</strong> {command.hint}
    </div>
  );
}
