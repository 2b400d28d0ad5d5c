import type { Checkboxes, InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { Import, UndoReport } from "../../core/imports/index.js";
import { affected } from "../affected.js";
import { counted } from "../in-words.js";
import { cutTo, MOST, option, plain, section } from "./parts.js";
import { inOneLine } from "./text.js";

/** An import that can be undone, and what that would do. */
export interface Undoable {
  record: Pick<Import, "_id" | "file">;
  report: UndoReport;
}

/** Stands while it is counted what an undo would do. */
export const countingUndo = (): ModalView => titled([section("Counting what it would take back…")]);

/** Shows what an undo would do, and asks. Of several imports a person chooses which. */
export function undoForm(undoable: readonly Undoable[], refused: readonly string[]): ModalView {
  const blocks = [...undoable.map(wouldDo), ...refused.map((say) => section(say))];
  if (undoable.length === 0) return titled(blocks);
  return {
    ...titled([...blocks, ...chooseImports(undoable)]),
    callback_id: "undo-imports",
    private_metadata: JSON.stringify({ imports: undoable.map(({ record }) => record._id) }),
    submit: plain("Undo"),
  };
}

/** Stands after somebody said yes. */
export const undoing = (ids: readonly string[]): ModalView =>
  titled([
    section(`Undoing import ${ids.join(", ")}. The message in the channel, or one to you, says when it is done.`),
  ]);

const titled = (blocks: KnownBlock[]): ModalView => ({
  type: "modal",
  title: plain("Undo", MOST.title),
  close: plain("Close"),
  blocks,
});

function wouldDo({ record: { _id, file }, report }: Undoable): KnownBlock {
  const name = cutTo(inOneLine(file), 100);
  const lines = [
    `Undoing import ${_id} (${name}) would take back or change ${affected(report)}.`,
    ...(report.kept > 0 ? [`${counted(report.kept, "creator")} that only it gave stay: people changed them.`] : []),
  ];
  return section(lines.join("\n"));
}

/** Checkboxes that Slack takes in one group. */
const MOST_CHECKBOXES = 10;

function chooseImports(undoable: readonly Undoable[]): InputBlock[] {
  if (undoable.length < 2) return [];
  const options = undoable
    .slice(0, MOST_CHECKBOXES)
    .map(({ record: { _id, file } }) => option(`${_id}  ${inOneLine(file)}`, _id));
  const element: Checkboxes = { type: "checkboxes", action_id: "imports", options, initial_options: options };
  return [{ type: "input", block_id: "imports", label: plain("Which of them?"), element }];
}
