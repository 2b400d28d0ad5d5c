import type { SheetList } from "../../../core/contract/index.js";
import { Select } from "../parts/select.js";
import { LIST_NAMES } from "../words/count-in-words.js";

const LISTS: readonly SheetList[] = ["creators", "samples", "videos"];

export function ListSelect({ list, onChange }: { list: SheetList; onChange(list: SheetList): void }) {
  const choices = LISTS.map((value) => ({ value, label: LIST_NAMES[value] }));
  return <Select label="What to show" value={list} choices={choices} onChange={onChange} />;
}
