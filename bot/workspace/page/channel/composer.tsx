import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { Spinner } from "../elements/spinner.js";
import { Icon } from "../frame/icon.js";
import { FilesWaiting } from "./files-waiting.js";
import { ShortcutsButton } from "./shortcuts-button.js";
import { suggestCommands } from "./suggest-commands.js";
import { CommandHint, Suggestions } from "./suggestions.js";
import type { Draft } from "./use-draft.js";

/** Enter sends, Shift+Enter starts a line, a slash offers the commands. */
export function Composer({ draft, label }: { draft: Draft; label: string }) {
  const { workspace } = useApp();
  const field = useRef<HTMLTextAreaElement>(null);
  const [at, setAt] = useState(0);
  const [isHidden, setHidden] = useState(false);
  const offered = isHidden ? [] : suggestCommands(workspace.state.commands, draft.text);
  const active = Math.min(at, offered.length - 1);
  useGrowing(field, draft.text);

  const write = (text: string) => {
    draft.write(text);
    setHidden(false);
    setAt(0);
  };
  const take = (name: string) => {
    write(`${name} `);
    field.current?.focus();
  };
  const pressInList = (event: KeyboardEvent): boolean => {
    const command = offered[active];
    if (command === undefined) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((active + step + offered.length) % offered.length);
    else if (event.key === "Tab" || (event.key === "Enter" && command.name !== draft.text)) take(command.name);
    else if (event.key === "Escape") setHidden(true);
    else return false;
    return true;
  };
  const press = (event: KeyboardEvent) => {
    const isDone = pressInList(event);
    const isSent = !isDone && event.key === "Enter" && !event.shiftKey && !event.isComposing;
    if (isSent) void draft.send();
    if (isDone || isSent) event.preventDefault();
    if (isDone) event.stopPropagation();
  };
  const paste = ({ clipboardData }: ClipboardEvent) => draft.addFiles([...(clipboardData?.files ?? [])]);
  const listId = `commands-${draft.channel}`;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.send();
      }}
    >
      {offered.length > 0 ? (
        <Suggestions id={listId} commands={offered} active={active} take={take} />
      ) : (
        <CommandHint text={draft.text} />
      )}
      <div class="composer-box">
        <FilesWaiting files={draft.files} drop={draft.dropFile} />
        <textarea
          ref={field}
          rows={1}
          placeholder={label}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? listId : undefined}
          aria-activedescendant={offered.length > 0 ? `${listId}-${active}` : undefined}
          value={draft.text}
          onInput={({ currentTarget }) => write(currentTarget.value)}
          onKeyDown={press}
          onPaste={paste}
        />
        <div class="composer-foot">
          <ShortcutsButton />
          <AttachButton add={draft.addFiles} />
          <SendButton draft={draft} />
        </div>
      </div>
    </form>
  );
}

function SendButton({ draft }: { draft: Draft }) {
  const isEmpty = draft.text.trim() === "" && draft.files.length === 0;
  return (
    <button
      type="submit"
      class="button button-primary button-icon composer-send"
      aria-label="Send"
      disabled={isEmpty || draft.isSending}
    >
      {draft.isSending ? <Spinner /> : <Icon name="send" />}
    </button>
  );
}

function AttachButton({ add }: { add(files: File[]): void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = (chosen: HTMLInputElement) => {
    add([...(chosen.files ?? [])]);
    chosen.value = "";
  };
  return (
    <>
      <button
        type="button"
        class="button button-bare button-icon"
        aria-label="Attach files"
        title="Attach files"
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
      <input
        ref={input}
        class="is-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Files to attach"
        onChange={({ currentTarget }) => take(currentTarget)}
      />
    </>
  );
}

/** The field is as high as what is in it, up to the height that the style allows. */
function useGrowing(field: { current: HTMLTextAreaElement | null }, text: string): void {
  useEffect(() => {
    if (!field.current) return;
    field.current.style.height = "auto";
    field.current.style.height = `${field.current.scrollHeight}px`;
  }, [field, text]);
}
