import { Icon } from "../frame/icon.js";
import { CellView } from "./cell.js";
import { type Cell, cellText } from "./cell-text.js";
import type { Reading } from "./read-table.js";

interface BodyRowProps {
  row: readonly Cell[];
  /** The column that names the row. */
  rowHead?: number;
  /** The columns that hold numbers. */
  numbers: readonly boolean[];
}

export function BodyRow({ row, rowHead, numbers }: BodyRowProps) {
  return (
    <tr>
      {row.map((cell, at) => {
        const Tag = at === rowHead ? "th" : "td";
        return (
          <Tag key={String(at)} scope={at === rowHead ? "row" : undefined} class={sideOf(numbers[at] === true)}>
            <CellView cell={cell} />
          </Tag>
        );
      })}
    </tr>
  );
}

interface HeadCellProps {
  cell: Cell;
  isNumber: boolean;
  sort: Reading["sort"];
  turn(): void;
}

/** Pressed, it sorts. */
export function HeadCell({ cell, isNumber, sort, turn }: HeadCellProps) {
  const order = sort ? (sort.isDown ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={order} class={sideOf(isNumber)}>
      <button type="button" class="data-table-sort" onClick={turn} title={`Sort by ${cellText(cell)}`}>
        <CellView cell={cell} />
        {sort && <Icon name={sort.isDown ? "down" : "up"} />}
      </button>
    </th>
  );
}

const sideOf = (isNumber: boolean): string => (isNumber ? "align-right" : "align-left");
