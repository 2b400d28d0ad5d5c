import { useState } from "preact/hooks";
import type { SheetColumn } from "../../../core/contract/index.js";
import { TextField } from "../parts/text-field.js";
import { ChosenColumns } from "./chosen-columns.js";
import { Editable } from "./editable.js";

interface ColumnsProps {
  all: readonly SheetColumn[];
  /** By name, in the order of the tab. */
  chosen: readonly string[];
  /** The tab has columns already. */
  isBound: boolean;
  choose(columns: string[]): void;
}

/** Which columns the tab has, and in which order. */
export function Columns({ all, chosen, isBound, choose }: ColumnsProps) {
  const [sought, setSought] = useState("");
  const found = all.filter(({ header }) => header.toLowerCase().includes(sought.trim().toLowerCase()));
  const tick = (column: string) =>
    choose(chosen.includes(column) ? chosen.filter((each) => each !== column) : [...chosen, column]);
  return (
    <fieldset class="part">
      <legend class="label">Columns</legend>
      <p class="note">
        What you change in columns with ✎ can be sent back to Roster.
        {isBound && " Columns that are in the tab stay where you put them."}
      </p>
      <ChosenColumns all={all} chosen={chosen} choose={choose} />
      <TextField label="Find a column" type="search" value={sought} onValue={setSought} />
      <fieldset class="checklist" aria-label="All columns">
        {found.map(({ column, header, editable }) => (
          <label key={column} class="tick">
            <input type="checkbox" checked={chosen.includes(column)} onChange={() => tick(column)} />
            <span>
              {header}
              {editable && <Editable />}
            </span>
          </label>
        ))}
        {found.length === 0 && <p class="note">No column has “{sought.trim()}” in its name.</p>}
      </fieldset>
    </fieldset>
  );
}
