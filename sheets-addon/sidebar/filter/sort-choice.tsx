import type { AskableField } from "../../../core/contract/index.js";
import { Select } from "../parts/select.js";
import { readSort, setSort } from "../query/change-terms.js";
import { type Direction, directionsOf, usualDirection } from "../query/directions.js";

interface SortChoiceProps {
  sorts: readonly { name: string; label: string }[];
  fields: readonly AskableField[];
  query: string;
  write(query: string): void;
}

const USUAL = "";

/** The order in which the tab is first filled; afterwards its rows stay where people put them. */
export function SortChoice({ sorts, fields, query, write }: SortChoiceProps) {
  const sorting = readSort(query);
  const known = sorts.some(({ name }) => name === sorting?.field);
  const choices = [
    { value: USUAL, label: "Usual order" },
    ...sorts.map(({ name, label }) => ({ value: name, label })),
    ...(sorting && !known ? [{ value: sorting.field, label: sorting.field }] : []),
  ];
  const field = fields.find(({ name }) => name === sorting?.field);
  const choose = (name: string) => write(setSort(query, name === USUAL ? undefined : { field: name }));
  const turn = (way: Direction) =>
    sorting &&
    write(setSort(query, { field: sorting.field, ...(way === usualDirection(field) ? {} : { direction: way }) }));
  return (
    <div class="field">
      <div class="side-by-side">
        <Select label="Sort by" value={sorting?.field ?? USUAL} choices={choices} onChange={choose} />
        {sorting && (
          <Select
            label="Direction"
            value={sorting.direction ?? usualDirection(field)}
            choices={directionsOf(field)}
            onChange={turn}
          />
        )}
      </div>
      <p class="note">Of the first filling. Later you may sort the tab as you like.</p>
    </div>
  );
}
