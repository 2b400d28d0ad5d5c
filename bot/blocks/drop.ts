import type { KnownBlock } from "@slack/types";
import type { DropView } from "../../core/drops/index.js";
import { suggest } from "../../core/query/index.js";
import { counted } from "../in-words.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { dropButtons } from "./drop-buttons.js";
import { fileLines } from "./drop-file.js";
import { dropProgress } from "./drop-progress.js";
import { fitLines } from "./fit-lines.js";
import { section, small } from "./parts.js";
import { type RichLine, richLines } from "./rich.js";
import { messageText } from "./text.js";

/** Files that one message tells of; of more it tells how many. */
const MOST_FILES = 12;

/** The one message about files that were dropped, as things are now. */
export function dropMessage(view: DropView): SlackMessage {
  const headline = headlineOf(view);
  const { status } = view.drop;
  const body = status === "received" || status === "importing" ? dropProgress(view, headline) : told(view, headline);
  return { text: messageText(headline), blocks: [...body, ...dropButtons(view)] };
}

/** What is written before anything is known of the files. `isWaiting`: no worker is there to read them. */
export function dropTaken(view: DropView, isWaiting: boolean): SlackMessage {
  const message = dropMessage(view);
  if (!isWaiting) return message;
  const said = "Roster's worker is not running, so this waits. It goes on by itself when the worker is back.";
  return { ...message, blocks: [...message.blocks, small(said)] };
}

function headlineOf({ drop, brand, imports }: DropView): string {
  const files = counted(drop.files.length, "file");
  const whose = brand ? ` for ${brand.name}` : "";
  const isUndone = drop.files.some(
    ({ state }) => state.is === "done" && imports.get(state.importId)?.status === "undone",
  );
  switch (drop.status) {
    case "received":
      return `Reading ${files}${whose}`;
    case "asking":
      return `Which brand ${drop.files.length === 1 ? "is this file" : "are these files"} for?`;
    case "ready":
      return `${files}${whose}: nothing is taken in yet`;
    case "importing":
      return `Importing ${files}${whose}`;
    case "failed":
      return `The import${whose} was not finished`;
    case "cancelled":
      return `Cancelled: nothing of ${drop.files.length === 1 ? "this file" : "these files"} was taken in`;
    case "done":
      return isUndone ? `Imported${whose}, and undone` : `Imported${whose}`;
  }
}

function told(view: DropView, headline: string): KnownBlock[] {
  const { drop } = view;
  if (drop.status === "cancelled") return [section(headline)];
  const shown = drop.files.slice(0, MOST_FILES);
  const left = drop.files.length - shown.length;
  return [
    section(headline),
    ...shown.flatMap((file) => richLines(fitLines(fileLines(file, view), roomFor(shown.length)))),
    ...(left > 0 ? [small(`And ${counted(left, "more file", "more files")}.`)] : []),
    ...unknownBrand(view),
    ...richLines(notes(view)).slice(0, 1),
  ];
}

/** A caption that names a brand that there is not: it may be misspelt, and the files be for another. */
function unknownBrand({ drop, brand, brands }: DropView): KnownBlock[] {
  const { unknownBrand: named, status } = drop;
  if (named === undefined || (status !== "ready" && status !== "asking")) return [];
  const near = suggest(
    named,
    brands.flatMap(({ name, slug }) => [name, slug]),
  );
  const instead = brand === undefined ? "" : ` Import would take this in for ${brand.name}.`;
  const meant = near === undefined ? "" : ` Did you mean ${near}?`;
  return [small(`No brand is called "${named}".${meant}${instead}`)];
}

/** Letters of one file, and of all together: beside buttons and brands, what a message holds. */
const [MOST_OF_FILE, MOST_OF_ALL] = [2_500, 7_500];
const roomFor = (files: number): number => Math.min(MOST_OF_FILE, Math.floor(MOST_OF_ALL / files));

function notes({ drop }: DropView): RichLine[] {
  const ready = drop.files.filter(({ state }) => state.is === "ready").length;
  const together = ready > 1 && drop.status === "ready";
  const text = "Each file is previewed over what is stored now; taken in together they add to each other.";
  return together ? [[{ type: "text", text, style: { italic: true } }]] : [];
}
