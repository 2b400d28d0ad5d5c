import { PlainText } from "../text/lines.js";
import type { Cell } from "./cell-text.js";
import { RichTextView } from "./rich-text.js";

/** One cell of a table. */
export function CellView({ cell }: { cell: Cell }) {
  return cell.type === "rich_text" ? <RichTextView block={cell} /> : <PlainText text={cell.text} />;
}
