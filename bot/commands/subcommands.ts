import type { SlackCommandMiddlewareArgs } from "@slack/bolt";
import type { Heard } from "../listen.js";
import { addCommand } from "./add.js";
import { brand } from "./brand.js";
import { dmCommand, editCommand } from "./edit.js";
import { findCommand } from "./find.js";
import { help } from "./help.js";
import { importCommand } from "./import.js";
import { listFactsCommand } from "./list-facts.js";
import { lookUpCommand } from "./look-up.js";
import { mergeCommand } from "./merge.js";
import { noteCommand } from "./note.js";
import { people } from "./people.js";
import { segment } from "./segment.js";
import { sheets } from "./sheets.js";
import { tagCommand } from "./tag.js";
import { unmergeCommand } from "./unmerge.js";

/** What stands behind one word after `/creator`; `rest` is what follows it. */
export type SubcommandListener = (heard: Heard<SlackCommandMiddlewareArgs>, rest: string) => Promise<void>;

/** Every word after `/creator`, one line each. */
export const SUBCOMMANDS: Readonly<Record<string, SubcommandListener>> = {
  lookup: (heard, rest) => lookUpCommand(heard, rest),
  find: findCommand,
  samples: (heard, rest) => listFactsCommand(heard, "samples", rest),
  videos: (heard, rest) => listFactsCommand(heard, "videos", rest),
  edit: editCommand,
  tag: tagCommand,
  note: noteCommand,
  dm: dmCommand,
  add: addCommand,
  merge: mergeCommand,
  unmerge: unmergeCommand,
  segment,
  import: importCommand,
  brand,
  people,
  sheets,
  help,
};
