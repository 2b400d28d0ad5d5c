import * as asking from "./ask-lists.js";
import * as binding from "./bind.js";
import type { Calls } from "./calls.js";
import { askFields } from "./columns.js";
import * as connecting from "./connect.js";
import * as importing from "./import-tab.js";
import { inWords } from "./problem.js";
import * as refreshing from "./refresh.js";
import * as editing from "./send-edits.js";

/** Each export is a global function at Google: the menu's, the triggers', and those that the sidebar calls. */
export { onInstall, onOpen, openSidebar, refreshAllTabs, refreshThisTab, sendMyEdits } from "./menu.js";

/** The one catch of the sidebar's calls. */
const call =
  <Given, Answer>(work: (given: Given) => Answer) =>
  (given: Given): Answer => {
    try {
      return work(given);
    } catch (error) {
      throw inWords(error);
    }
  };

export const open: Calls["open"] = call(connecting.open);
export const connect: Calls["connect"] = call(connecting.connect);
export const disconnect: Calls["disconnect"] = call(connecting.disconnect);
export const fields: Calls["fields"] = call(askFields);
export const complete: Calls["complete"] = call(asking.complete);
export const count: Calls["count"] = call(asking.count);
export const bind: Calls["bind"] = call(binding.bind);
export const unbind: Calls["unbind"] = call(binding.unbind);
export const refresh: Calls["refresh"] = call(refreshing.refresh);
export const previewEdits: Calls["previewEdits"] = call(editing.previewEdits);
export const sendEdits: Calls["sendEdits"] = call(editing.sendEdits);
export const previewImport: Calls["previewImport"] = call(importing.previewImport);
export const importTab: Calls["importTab"] = call(importing.importTab);
