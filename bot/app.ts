import { App, type Receiver } from "@slack/bolt";
import { type LogLevel, WebClient, type WebClientOptions } from "@slack/web-api";
import { addCreatorPressed } from "./actions/add-creator.js";
import { bindBrandChosen } from "./actions/bind-brand.js";
import { CHANGE_ROLE, changeRoleChosen } from "./actions/change-role.js";
import { decideDoublesPressed, dismissDoublesPressed, mergeDoublesPressed } from "./actions/decide-doubles.js";
import {
  dropBrandChosen,
  dropCancelPressed,
  dropFetchPressed,
  dropImportPressed,
  dropSourcePressed,
} from "./actions/drop-buttons.js";
import { dropAlternativesPressed, dropNewPagePressed, dropNewPressed } from "./actions/drop-results.js";
import { exportFoundPressed } from "./actions/export-found.js";
import { findPagePressed } from "./actions/find-pages.js";
import { helpTopicPressed, openHelpPressed, tryCommandPressed } from "./actions/help-topic.js";
import { refreshHomePressed, showAlternativesPressed } from "./actions/home-buttons.js";
import { mergeCreatorsPressed, unmergeCreatorsPressed } from "./actions/merge-creators.js";
import { openCreatorPressed } from "./actions/open-creator.js";
import { openFoundChosen } from "./actions/open-found.js";
import { saveFoundPressed } from "./actions/save-found.js";
import {
  findSegmentPressed,
  openSaveSegmentPressed,
  removeSegmentPressed,
  showSegmentPressed,
  subscribeSegmentPressed,
  unsubscribeSegmentPressed,
} from "./actions/segment-buttons.js";
import { setStatusChosen, whitelistPressed } from "./actions/set-status.js";
import { shareCreatorPressed } from "./actions/share-creator.js";
import { connectSheetPressed, disconnectSheetPressed } from "./actions/sheet-buttons.js";
import { leaveItPressed, tagManyPressed, undoBatchPressed } from "./actions/tag-many.js";
import { authorizeBy } from "./authorize-by.js";
import type { Bot } from "./bot.js";
import { creatorCommand } from "./commands/creator.js";
import { importOlderPressed } from "./commands/import.js";
import { appHomeOpened } from "./events/app-home-opened.js";
import { linkShared } from "./events/link-shared.js";
import { filesDropped, whoDropped } from "./events/message.js";
import { listenOn } from "./listen.js";
import { creatorChosen, creatorOptions, findCreator, openFindCreatorPressed } from "./shortcuts/find-creator.js";
import { lookUpCreators } from "./shortcuts/look-up-creators.js";
import { addPersonSubmitted, openAddPersonPressed } from "./views/add-person.js";
import { changeFindPressed, changeFindSubmitted } from "./views/change-find.js";
import { editConflictSubmitted, editCreatorPressed, editCreatorSubmitted } from "./views/edit-creator.js";
import { logDmPressed, logDmSubmitted } from "./views/log-dm.js";
import { columnsMapped, mapColumnsPressed } from "./views/map-columns.js";
import { mergeAskedSubmitted, mergeWithPressed, mergeWithSubmitted } from "./views/merge-creator.js";
import { noteCreatorPressed, noteCreatorSubmitted } from "./views/note-creator.js";
import { openBrandFormPressed, saveBrandSubmitted } from "./views/save-brand.js";
import { saveSegmentSubmitted } from "./views/save-segment.js";
import { tagCreatorPressed, tagCreatorSubmitted } from "./views/tag-creator.js";
import { tagFoundPressed, tagManySubmitted } from "./views/tag-many.js";
import { dropUndoPressed, importUndoPressed, undoSubmitted } from "./views/undo-imports.js";
import { pickValuePressed, releaseFieldPressed, whereFromPressed } from "./views/where-from.js";

export interface SlackOptions {
  token: string;
  receiver: Receiver;
  /** Where Slack's Web API is; left out, at Slack. */
  slackApiUrl?: string;
}

/** The bot: everything it listens to, one line each. */
export function createApp(bot: Bot, { token, receiver, slackApiUrl }: SlackOptions): App {
  const clientOptions: WebClientOptions = {
    ...(slackApiUrl ? { slackApiUrl } : {}),
    // A trigger lives three seconds: what waits longer than that is told, and may be tried again by a person.
    rejectRateLimitedCalls: true,
    retryConfig: { retries: 2, minTimeout: 200, maxTimeout: 500 },
  };
  const app = new App({
    authorize: authorizeBy(new WebClient(token, { ...clientOptions, logLevel: "error" as LogLevel }), token),
    receiver,
    // What a listener throws is caught in listen.ts; what is left is Bolt's own.
    logLevel: "error" as LogLevel,
    clientOptions,
  });
  const listen = listenOn(app, bot);
  listen.command("/creator", creatorCommand);

  listen.action("open-creator", openCreatorPressed);
  listen.action("share-creator", shareCreatorPressed);
  listen.action("set-status", setStatusChosen);
  listen.action("whitelist-creator", whitelistPressed);
  listen.action("where-from", whereFromPressed);
  listen.action("pick-value", pickValuePressed);
  listen.action("release-field", releaseFieldPressed);
  listen.action("edit-creator", editCreatorPressed);
  listen.view("edit-creator", editCreatorSubmitted);
  listen.view("edit-conflict", editConflictSubmitted);
  listen.action("tag-creator", tagCreatorPressed);
  listen.view("tag-creator", tagCreatorSubmitted);
  listen.action("note-creator", noteCreatorPressed);
  listen.view("note-creator", noteCreatorSubmitted);
  listen.action("log-dm", logDmPressed);
  listen.view("log-dm", logDmSubmitted);

  listen.action(/^find-(next|first|mended)$/, findPagePressed);
  listen.action("find-change", changeFindPressed);
  listen.view("change-find", changeFindSubmitted);
  listen.action("find-export", exportFoundPressed);
  listen.action("find-save", saveFoundPressed);
  listen.action("open-found", openFoundChosen);
  listen.action("find-tag", tagFoundPressed);
  listen.view("tag-many", tagManySubmitted);
  listen.action("tag-many", tagManyPressed);
  listen.action("undo-batch", undoBatchPressed);
  listen.action("leave-it", leaveItPressed);
  listen.action("merge-creators", mergeCreatorsPressed);
  listen.action("unmerge-creators", unmergeCreatorsPressed);
  listen.action("merge-creator", mergeWithPressed);
  listen.options("merge-with", creatorOptions);
  listen.view("merge-with", mergeWithSubmitted);
  listen.view("merge-asked", mergeAskedSubmitted);
  listen.action("add-creator", addCreatorPressed);

  listen.action("show-segment", showSegmentPressed);
  listen.action("find-segment", findSegmentPressed);
  listen.action(/^subscribe-segment-/, subscribeSegmentPressed);
  listen.action(/^unsubscribe-segment/, unsubscribeSegmentPressed);
  listen.action("remove-segment", removeSegmentPressed);
  listen.action("open-save-segment", openSaveSegmentPressed);
  listen.view("save-segment", saveSegmentSubmitted);

  listen.event("message", { who: whoDropped }, filesDropped);
  listen.action("drop-import", dropImportPressed);
  listen.action("drop-brand", dropBrandChosen);
  listen.action(/^drop-map-/, mapColumnsPressed);
  listen.view("map-columns", columnsMapped);
  listen.action(/^drop-source-/, dropSourcePressed);
  listen.action("drop-fetch", dropFetchPressed);
  listen.action("drop-cancel", dropCancelPressed);
  listen.action("drop-new", dropNewPressed);
  listen.action(/^drop-new-(next|first)$/, dropNewPagePressed);
  listen.action("drop-alternatives", dropAlternativesPressed);
  listen.action("drop-undo", dropUndoPressed);
  listen.action(/^import-undo-/, importUndoPressed);
  listen.view("undo-imports", undoSubmitted);
  listen.action("import-older", importOlderPressed);

  listen.action("bind-brand", bindBrandChosen);
  listen.action("connect-sheet", connectSheetPressed);
  listen.action("disconnect-sheet", disconnectSheetPressed);
  listen.action(/^help-/, helpTopicPressed);
  listen.action(/^try-command-/, tryCommandPressed);

  listen.event("app_home_opened", { who: ({ user, channel }) => ({ userId: user, channel }) }, appHomeOpened);
  listen.action("refresh-home", refreshHomePressed);
  listen.action("open-help", openHelpPressed);
  listen.action(/^show-alternatives/, showAlternativesPressed);
  listen.action("decide-doubles", decideDoublesPressed);
  listen.action(/^merge-doubles-/, mergeDoublesPressed);
  listen.action("dismiss-doubles", dismissDoublesPressed);
  listen.action(CHANGE_ROLE, changeRoleChosen);
  listen.action("open-add-person", openAddPersonPressed);
  listen.view("add-person", addPersonSubmitted);
  listen.action(/^open-(add-brand|brand-form)$/, openBrandFormPressed);
  listen.view("save-brand", saveBrandSubmitted);

  listen.shortcut("find-creator", findCreator);
  listen.shortcut("look-up-creators", lookUpCreators);
  listen.action("open-find-creator", openFindCreatorPressed);
  listen.options("choose-creator", creatorOptions);
  listen.action("choose-creator", creatorChosen);
  listen.event("link_shared", { who: ({ user, channel }) => ({ userId: user, channel }) }, linkShared);
  return app;
}
