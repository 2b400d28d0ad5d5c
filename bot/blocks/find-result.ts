import type { KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import type { ListPage, RowOf } from "../../core/lists/index.js";
import type { ListName } from "../../core/query/index.js";
import type { FindQuestion } from "../find-question.js";
import { counted } from "../in-words.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { addOffer } from "./add-offer.js";
import { findButtons, openMenu } from "./find-buttons.js";
import { type ListColumn, listColumns } from "./list-columns.js";
import { listTable } from "./list-table.js";
import { cutTo, section, small } from "./parts.js";
import { inOneLine, messageText } from "./text.js";

/** Letters of the query that are said back. */
const MOST_QUERY = 400;

export interface FoundFor {
  brand: Pick<Brand, "_id" | "name" | "currency" | "zone">;
  mayChange: boolean;
  /** What it is about, in place of the query. */
  about?: string;
}

/** A page of a list: how many there are, a table, and what can be done with all of them. */
export function findResult<L extends ListName>(
  question: FindQuestion & { list: L },
  page: ListPage<RowOf[L]>,
  { brand, mayChange, about }: FoundFor,
): SlackMessage {
  const { list, before } = question;
  const title = titleOf(question, page, brand.name, about);
  const columns: readonly ListColumn<RowOf[L]>[] = listColumns(brand)[list];
  const { table, leftOut } = listTable(`${list} of ${brand.name}`, columns, page.rows);
  const blocks: KnownBlock[] = [section(title), ...asTyped(question)];
  if (page.rows.length > 0) blocks.push(table, ...belowTable(page, before, leftOut), ...openMenu(page.rows, brand._id));
  if (mayChange && list === "creators" && page.total === 0) blocks.push(...addOffer(question.query, brand));
  blocks.push(...findButtons(question, page, mayChange));
  return { text: messageText(title), blocks };
}

function titleOf({ list }: FindQuestion, { total, more }: ListPage<unknown>, brand: string, about?: string): string {
  const one = list.slice(0, -1);
  const whose = about === undefined ? `of ${brand}` : about;
  if (total === 0) return `No ${list} ${whose} match.`;
  return `${more ? "More than " : ""}${counted(total, one, list)} ${whose}`;
}

function asTyped({ query }: FindQuestion): KnownBlock[] {
  const text = inOneLine(query);
  return text === "" ? [] : [small(cutTo(text, MOST_QUERY))];
}

function belowTable(
  { rows, total, more, next }: ListPage<unknown>,
  before: number,
  leftOut: readonly string[],
): KnownBlock[] {
  const shown =
    before > 0 || next !== undefined
      ? [
          `Rows ${(before + 1).toLocaleString("en-US")} to ${(before + rows.length).toLocaleString("en-US")} of ${more ? "more than " : ""}${total.toLocaleString("en-US")}.`,
        ]
      : [];
  const cut = leftOut.length > 0 ? [`No room for: ${leftOut.join(", ")}. The CSV has every column.`] : [];
  return shown.length + cut.length === 0 ? [] : [small([...shown, ...cut].join(" "))];
}
