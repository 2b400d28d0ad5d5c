import type { ManyChange } from "../../../core/edits/index.js";
import { CrmError } from "../../../core/errors/index.js";
import { counted } from "../../in-words.js";
import { canAsk, confirm } from "../ask.js";
import { print, printJson, type TerminalContext } from "../command.js";
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

/** Makes one change of all creators that a query finds: says how many, asks, changes, and says how it is taken back. */
export async function changeSelection(
  query: string,
  change: ManyChange,
  words: ChangeWords,
  options: SelectionOptions,
  context: TerminalContext,
): Promise<void> {
  const { db, acting } = await openToAct(context, options);
  const { changeMany, previewMany } = await import("../../../core/edits/index.js");
  if (options.dryRun || canAsk(context, options)) {
    const preview = await previewMany(db, query, acting);
    if (options.dryRun && options.json) return printJson(context, preview);
    const names = preview.examples.map((handle) => `@${handle}`).join(", ");
    const found = `${counted(preview.count, "creator")} of ${preview.brand}${names && `: ${names}`}${preview.count > preview.examples.length ? ", …" : ""}`;
    if (options.dryRun) return print(context, found);
    context.stderr.write(`${found}\n`);
    await confirm(context, options, { question: `${words.ask}?`, otherwise: "Nothing was changed." });
  }
  const line = statusLine(context.stderr);
  const progress = (done: number, of: number) => line.show(() => `${words.doing} ${done} of ${of}`);
  const done = await changeMany(db, query, change, { ...acting, progress }).finally(() => line.clear());
  if (options.json) return printJson(context, done);
  const already = done.selected - done.changed;
  const rest = already === 0 ? "" : ` ${counted(already, "other")} had been that way already.`;
  print(context, `${counted(done.changed, "creator")} ${words.done}.${rest}`);
  if (done.changed > 0) print(context, `To take it back: tag --undo ${done.batch}`);
}
