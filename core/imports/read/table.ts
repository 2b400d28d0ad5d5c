import type { Readable } from "node:stream";
import type { DayOrder } from "../../normalize/index.js";
import type { SavedMapping } from "../recognise/index.js";
import type { ColumnField, SourceName } from "../sources/index.js";

/** A file as it was given: its name is for messages only, `open` begins again at its first byte each time. */
export interface TableFile {
  name: string;
  open: () => Readable;
}

export interface OpenOptions {
  /** The mappings that people have saved: tried before the sources. */
  saved?: readonly SavedMapping[];
  /** The name of a source or of a saved mapping: nothing else is tried. */
  as?: string;
  /** What a person has just chosen for this table: nothing else is tried. */
  mapping?: SavedMapping;
  /** How a date-range line is read when its days do not say: the brand's country knows. US order by default. */
  dayOrder?: DayOrder;
}

/** A row of data as it stands in the file. */
export interface RawRow {
  /** The line of the file where the row begins, from 1; in XLSX the number of the row. */
  line: number;
  /** As many cells as the table has headers, untrimmed; cells that the file leaves out are "". */
  cells: string[];
}

/** A figure's column whose header carries a brand's name: "GLOW GMV ALL TIME" is `gmv` of "GLOW". */
export interface BrandColumn {
  field: ColumnField;
  /** As the header writes it. */
  brand: string;
  index: number;
}

/** Two days, both included, as yyyy-mm-dd. */
export interface DateRange {
  first: string;
  last: string;
}

/** A recognised file, ready to be read. */
export interface Table {
  file: string;
  source: SourceName;
  /** The name of the mapping that fits, when the source is `mapped`. */
  mapping?: string;
  /** As the file writes them. */
  headers: string[];
  headerLine: number;
  /** Where the cell of each field stands; of several columns for one field the first of the file's variants. */
  columns: Partial<Record<ColumnField, number>>;
  brandColumns: BrandColumn[];
  /** Headers that stand more than once: their first column is read, the others are not. */
  repeatedHeaders: string[];
  /** From a line before the header. */
  dateRange?: DateRange;
  /**
   * The rows of data, about 1,000 a batch; blank rows, `Summary` and `Total` rows are left out. Each call reads the
   * file from its start.
   *
   * @throws CrmError `refused` naming file and line: a quote never closed, a row with more cells than there are headers.
   */
  rows(): AsyncIterable<RawRow[]>;
}
