import type { Button, KnownBlock } from "@slack/types";
import type { ListPage } from "../../core/lists/index.js";
import { whoOf } from "../creator-ref.js";
import type { FindQuestion } from "../find-question.js";
import { actions, button, option, plain, small } from "./parts.js";

/** Letters that a button may carry, a little less than Slack takes. */
const MOST_VALUE = 1_950;
/** Letters of a name in the menu. */
const MOST_NAME = 24;

/** What can be done with all that a query finds. */
export function findButtons(question: FindQuestion, page: ListPage<unknown>, mayChange: boolean): KnownBlock[] {
  const { list, query, brand, before } = question;
  const all = { list, query, brand };
  const buttons: Button[] = [];
  if (page.next !== undefined) {
    const next = { ...all, cursor: page.next, before: before + page.rows.length };
    buttons.push(button("Next page", { id: "find-next", value: next }));
  }
  if (before > 0) buttons.push(button("First page", { id: "find-first", value: all }));
  buttons.push(button("Sort or change", { id: "find-change", value: all }));
  if (page.total > 0) buttons.push(button("Export CSV", { id: "find-export", value: all }));
  if (mayChange) buttons.push(button("Save as segment", { id: "find-save", value: all }));
  if (mayChange && list === "creators" && page.total > 0) {
    const count = `${page.more ? "more than " : ""}${page.total.toLocaleString("en-US")}`;
    buttons.push(button(`Tag all ${count}`, { id: "find-tag", value: all }));
  }
  return carrying(buttons);
}

/** Slack refuses a button that carries too much: a query so long is better saved. */
function carrying(buttons: readonly Button[]): KnownBlock[] {
  const fit = buttons.filter(({ value = "" }) => value.length <= MOST_VALUE);
  if (fit.length === buttons.length) return [actions(...fit)];
  return [small("This query is too long for buttons. Save it with /creator segment save, and find segment:name.")];
}

interface Named {
  handle?: string;
  id?: string;
  tiktokUserId?: string;
}

/** A menu that opens one of the creators above. */
export function openMenu(rows: readonly Named[], brand: string): KnownBlock[] {
  const names = [...new Set(rows.flatMap((row) => (row.handle || row.id ? [whoOf({ id: "", ...row })] : [])))];
  const options = names.map((who) => option(nameInMenu(who), `${brand} ${who}`));
  if (options.length === 0) return [];
  const placeholder = plain("Open a creator", 75);
  return [actions({ type: "static_select", action_id: "open-found", placeholder, options })];
}

const nameInMenu = (who: string) => (who.length <= MOST_NAME ? who : `${who.slice(0, MOST_NAME - 1)}…`);
