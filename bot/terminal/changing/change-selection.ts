import type { ManyChange, ManyPreview, Selection } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { print, printJson, type TerminalContext } from "../command.js";
import { inOneLine } from "../paint.js";
import { statusLine } from "../status-line.js";
import { type ChangeOptions, openToAct } from "./acting.js";

/** Options of every command that changes all creators of a query. */
export interface SelectionOptions extends ChangeOptions {
  yes?: boolean;
  dryRun?: boolean;
}

/** How a change is spoken of. */
export interface ChangeWords {
  /** `Tag +vip -cold`: what is asked. */
  ask: string;
  /** `tagged +vip -cold`: what was done. */
  done: string;
  /** `Tagging`: while it runs. */
  doing: string;
}

/** Refuses what only means something for a selection: a try at one creator must not be carried out. */
export function requireQueryFor({ dryRun, yes }: SelectionOptions): void {
  if (!dryRun && !yes) return;
  throw new CrmError("wrong-input", "--dry-run or --yes without --query", {
    say: `Expected --query beside ${dryRun ? "--dry-run" : "--yes"}: without it one creator is changed, at once. Nothing was changed.`,
  });
}

/** Makes one change of all creators that a query finds or a list names: says how many, asks, changes, and says how it is taken back. */
export async function changeSelection(
  selection: Selection,
  change: ManyChange,
  words: ChangeWords,
  options: SelectionOptions,
  context: TerminalContext,
): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { changeMany, previewMany } = await import("../../../core/edits/index.js");
  // Whom a list means is not seen before it is looked up.
  if (options.dryRun || canAsk(context, options) || typeof selection !== "string") {
    const preview = await previewMany(db, selection, acting);
    if (options.dryRun && options.json) return printJson(context, preview);
    if (options.dryRun) return print(context, inWords(preview));
    context.stderr.write(`${inWords(preview)}\n`);
    if (preview.count > 0) {
      await confirm(context, options, { question: `${words.ask}?`, otherwise: "Nothing was changed." });
    }
  }
  const line = statusLine(context.stderr);
  const progress = (done: number, of: number) => line.show(() => `${words.doing} ${done} of ${of}`);
  const done = await changeMany(db, selection, change, { ...acting, progress }).finally(() => line.clear());
  if (options.json) return printJson(context, done);
  if (done.selected === 0) return print(context, "Nobody fits. Nothing was changed.");
  const already = done.selected - done.changed;
  const rest = already === 0 ? "" : ` ${counted(already, "other")} had been that way already.`;
  print(context, `${counted(done.changed, "creator")} ${words.done}.${rest}`);
  if (done.batch !== undefined) print(context, `To take it back: tag --undo ${done.batch}`);
}

/** Names of a list that a line shows. */
const MOST_NOT_FOUND = 10;

/** `2 creators of default: @mia.glow, @sam.sells; 1 not found: nobody`. */
function inWords({ count, brand, examples, notFound = [] }: ManyPreview): string {
  const names = examples.map((handle) => `@${handle}`).join(", ");
  const found = `${counted(count, "creator")} of ${brand}${names && `: ${names}`}${count > examples.length ? ", …" : ""}`;
  if (notFound.length === 0) return found;
  const missing = notFound.slice(0, MOST_NOT_FOUND).map(inOneLine).join(", ");
  return `${found}; ${notFound.length} not found: ${missing}${notFound.length > MOST_NOT_FOUND ? ", …" : ""}`;
}
