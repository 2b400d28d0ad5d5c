import type { TableBlock } from "@slack/types";
import { CellView } from "./cell.js";
import type { Cell } from "./cell-text.js";

type Settings = TableBlock["column_settings"];

/** The first row is the head, as Slack shows it. */
export function TableView({ block: { rows, column_settings } }: { block: TableBlock }) {
  const [head = [], ...body] = rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table-scroll" tabIndex={0} aria-label="Table">
      <table class="table">
        <thead>
          <tr>
            {head.map((cell, at) => (
              <th key={String(at)} scope="col" class={lookOf(column_settings, at)}>
                <CellView cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            <Row key={String(at)} row={row} settings={column_settings} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, settings }: { row: readonly Cell[]; settings: Settings }) {
  return (
    <tr>
      {row.map((cell, at) => (
        <td key={String(at)} class={lookOf(settings, at)}>
          <CellView cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function lookOf(settings: Settings, at: number): string {
  const { align = "left", is_wrapped = false } = settings?.[at] ?? {};
  return `align-${align}${is_wrapped ? " is-wrapped" : ""}`;
}
