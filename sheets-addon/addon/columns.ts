import type { FieldsAnswer, SheetColumn, SheetList } from "../../core/contract/index.js";
import { ask } from "./api.js";
import type { BoundTab } from "./tabs.js";

export const askFields = ({ list, brand }: { list: SheetList; brand: string }): FieldsAnswer =>
  ask(`/fields?list=${list}&brand=${encodeURIComponent(brand)}`);

/** What the columns of a tab are; asked for when they were not kept. */
export function columnsOf({ settings, columns }: BoundTab): SheetColumn[] {
  const known = new Map(columns.map((each) => [each.column, each]));
  if (settings.columns.every((name) => known.has(name))) return choose(known, settings.columns);
  const { columns: all } = askFields(settings);
  return choose(new Map(all.map((each) => [each.column, each])), settings.columns);
}

const choose = (known: ReadonlyMap<string, SheetColumn>, names: readonly string[]): SheetColumn[] =>
  names.flatMap((name) => known.get(name) ?? []);
