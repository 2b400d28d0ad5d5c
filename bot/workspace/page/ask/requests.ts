import type { Option } from "@slack/types";
import type {
  PageFile,
  PageState,
  PostAction,
  PostAs,
  PostCommand,
  PostMessage,
  PostOptions,
  PostShortcut,
  PostView,
} from "../../wire.js";
import { askServer, askWithFiles, getFromServer } from "./ask-server.js";

/** What an external select is offered: options, or groups of them. */
export interface OfferedOptions {
  options?: Option[];
  option_groups?: { label: { text: string }; options: Option[] }[];
}

export function getState(as: string): Promise<PageState> {
  return getFromServer(`/state?as=${encodeURIComponent(as)}`);
}

export async function postMessage(message: PostMessage, files: readonly File[]): Promise<void> {
  const form = new FormData();
  form.set("message", JSON.stringify(message));
  for (const file of files) form.append("files", file, file.name);
  await askWithFiles("/message", form);
}

/** For a view's file input: the files, without a message. */
export async function uploadFiles(as: string, files: readonly File[]): Promise<PageFile[]> {
  const form = new FormData();
  form.set("as", as);
  for (const file of files) form.append("files", file, file.name);
  return (await askWithFiles<{ files: PageFile[] }>("/files", form)).files;
}

export const postCommand = (command: PostCommand): Promise<void> => askServer("/command", command);
export const postAction = (action: PostAction): Promise<void> => askServer("/action", action);
export const postShortcut = (shortcut: PostShortcut): Promise<void> => askServer("/shortcut", shortcut);
export const postOptions = (asked: PostOptions): Promise<OfferedOptions> => askServer("/options", asked);
export const openHome = (as: PostAs): Promise<void> => askServer("/open-home", as);
export const postDemo = (as: PostAs): Promise<void> => askServer("/demo", as);

/** The errors stand at their blocks; none, and the view has been taken. */
export function postView(view: PostView): Promise<{ errors?: Record<string, string> }> {
  return askServer("/view", view);
}
