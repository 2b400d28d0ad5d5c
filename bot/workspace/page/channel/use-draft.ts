import { useState } from "preact/hooks";
import { useApp } from "../app/app-context.js";
import { postCommand, postMessage } from "../ask/requests.js";
import { escapeText } from "../text/parse-control.js";

/** What is being written in one place, and the way to send it. */
export interface Draft {
  channel: string;
  text: string;
  files: File[];
  isSending: boolean;
  write(text: string): void;
  addFiles(files: readonly File[]): void;
  dropFile(file: File): void;
  send(text?: string): Promise<void>;
}

export function useDraft({ channel, threadTs }: { channel: string; threadTs?: string }): Draft {
  const { workspace, attempt } = useApp();
  const [draft, setDraft] = useState<{ text: string; files: File[] }>({ text: "", files: [] });
  const [isSending, setSending] = useState(false);
  const as = workspace.state.me;

  const send = async (text = draft.text) => {
    if (isSending || (text.trim() === "" && draft.files.length === 0)) return;
    const isCommand = text.startsWith("/") && draft.files.length === 0;
    setSending(true);
    const done = await attempt(() =>
      isCommand
        ? postCommand({ as, channel, text: text.trim() })
        : postMessage({ as, channel, threadTs, text: escapeText(text.trim()) }, draft.files),
    );
    setSending(false);
    if (done) setDraft({ text: "", files: [] });
  };
  return {
    ...draft,
    channel,
    isSending,
    write: (text) => setDraft((before) => ({ ...before, text })),
    addFiles: (files) => setDraft((before) => ({ ...before, files: [...before.files, ...files] })),
    dropFile: (file) => setDraft((before) => ({ ...before, files: before.files.filter((other) => other !== file) })),
    send,
  };
}
