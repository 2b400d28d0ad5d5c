import type { DataTableBlock } from "@slack/types";
import { useState } from "preact/hooks";
import { Icon } from "../frame/icon.js";
import { BodyRow, HeadCell } from "./data-table-row.js";
import { isNumberColumn, type Reading, readTable, turnSort } from "./read-table.js";
import { TurnPages } from "./turn-pages.js";

/** Rows a page where the bot says nothing, as in Slack. */
const PAGE_SIZE = 5;

/** A table that the reader sorts, filters and turns the pages of, without asking the bot. */
export function DataTableView({ block }: { block: DataTableBlock }) {
  const { rows: all, caption, page_size = PAGE_SIZE, row_header_column_index: rowHead } = block;
  const [head = [], ...body] = all;
  const [reading, setReading] = useState<Reading>({ filter: "", page: 0 });
  const { rows, count, page, pages } = readTable(body, reading, page_size);
  const numbers = head.map((_, column) => isNumberColumn(body, column));
  const sortBy = (column: number) => setReading({ ...reading, page: 0, sort: turnSort(reading.sort, column) });
  return (
    <section class="block-data-table" aria-label={caption}>
      <header class="data-table-head">
        <strong class="data-table-caption">{caption}</strong>
        <label class="data-table-filter">
          <Icon name="search" />
          <input
            type="search"
            placeholder="Filter"
            aria-label={`Filter ${caption}`}
            value={reading.filter}
            onInput={({ currentTarget }) => setReading({ ...reading, page: 0, filter: currentTarget.value })}
          />
        </label>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div class="table-scroll" tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              {head.map((cell, at) => (
                <HeadCell
                  key={String(at)}
                  cell={cell}
                  isNumber={numbers[at] === true}
                  sort={reading.sort?.column === at ? reading.sort : undefined}
                  turn={() => sortBy(at)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <BodyRow key={String(at)} row={row} rowHead={rowHead} numbers={numbers} />
            ))}
          </tbody>
        </table>
      </div>
      {count === 0 && <p class="data-table-none">{body.length === 0 ? "No rows." : "No row matches the filter."}</p>}
      <TurnPages page={page} pages={pages} count={count} turn={(to) => setReading({ ...reading, page: to })} />
    </section>
  );
}
