import type { KnownBlock } from "@slack/types";
import type { Token } from "../../core/access/index.js";
import { dayOf } from "../in-words.js";
import { actions, button, confirm, cutTo, header, section, small } from "./parts.js";
import { inOneLine } from "./text.js";

export interface ListedSheets {
  sheets: readonly Omit<Token, "hash">[];
  /** Names of people by id, where the list is not of one's own alone. */
  people?: ReadonlyMap<string, string>;
}

/** Letters of a spreadsheet's name and of a person's: all blocks of a message together have little more than 13,000. */
const [MOST_TITLE, MOST_NAME] = [60, 40] as const;

/** With their dialogs more would be too many letters for a message. */
export const MOST_IN_MESSAGE = 25;

/** Connected spreadsheets, each with a button that disconnects it. @param most blocks that they may use */
export function sheetList({ sheets, people }: ListedSheets, most: number): KnownBlock[] {
  const shown = sheets.slice(0, sheets.length > most ? most - 1 : most);
  const left = sheets.length - shown.length;
  return [
    header("Spreadsheets"),
    ...(sheets.length === 0
      ? [section("A spreadsheet that you connect shows lists of creators, and keeps them fresh.")]
      : []),
    ...shown.map((sheet) => section(sheetLine(sheet, people), disconnect(sheet))),
    ...(left > 0 ? [small(`And ${left} more: roster sheets`)] : []),
    actions(button("Connect a spreadsheet", { id: "connect-sheet" })),
  ];
}

function sheetLine(sheet: ListedSheets["sheets"][number], people: ListedSheets["people"]): string {
  const { personId, pairedAt, lastUsedAt } = sheet;
  const whose = people ? [cutTo(inOneLine(people.get(personId) ?? personId), MOST_NAME)] : [];
  const used = lastUsedAt ? `last used ${dayOf(lastUsedAt)}` : "not used yet";
  return [[titleOf(sheet), ...whose].join("  ·  "), `connected ${dayOf(pairedAt)}, ${used}`].join("\n");
}

const disconnect = (sheet: ListedSheets["sheets"][number]) =>
  button(
    "Disconnect",
    { id: "disconnect-sheet", value: sheet._id },
    {
      style: "danger",
      confirm: confirm(
        "Disconnect this spreadsheet?",
        `The sidebar in ${titleOf(sheet)} needs a new code then. Rows that stand there stay; refreshes that were scheduled from it are paused.`,
        "Disconnect",
      ),
    },
  );

/** What a spreadsheet is called where it was connected. */
export const titleOf = ({ title, spreadsheetId }: Pick<Token, "title" | "spreadsheetId">): string =>
  cutTo(inOneLine(title ?? "").trim() || spreadsheetId, MOST_TITLE);
