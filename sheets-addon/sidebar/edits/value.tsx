import type { Cell } from "../../../core/contract/index.js";
import { cellInWords } from "../words/cell-in-words.js";

/** A cell's value as text, whatever is in it. */
export function Value({ cell }: { cell: Cell }) {
  const words = cellInWords(cell);
  return words === "" ? <span class="value value-empty">empty</span> : <span class="value">{words}</span>;
}
