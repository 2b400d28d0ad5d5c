/** A spreadsheet keeps 15 digits of a number, and no zero before it. */
const MANGLED_NUMBER = /^0\d|^\d{12,}$|^\d+e\d+$/i;

/**
 * The cell of a CSV for digits that are a name, such as an id of 19 of them: with a `'` in front where a spreadsheet
 * would take them for a number and lose some.
 */
export function textCell(text: string): string {
  return MANGLED_NUMBER.test(text) ? `'${text}` : text;
}

/** What a spreadsheet takes for a number, a day or a time: `007`, `1e5`, `10.12`, `may.5`, `5_6` it does not. */
const NUMBER_OR_DAY =
  /^[\d.]+(?:e\d+)?$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\d{1,4}$|^\d{1,4}\.?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\d*$/i;

/** The cell of a CSV for a handle: one that looks like a number or a day is written with its `@`, as text. */
export function handleCell(handle: string): string {
  return NUMBER_OR_DAY.test(handle) ? `@${handle}` : handle;
}
