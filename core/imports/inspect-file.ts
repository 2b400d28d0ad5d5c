import type { Readable } from "node:stream";
import { DateTime } from "luxon";
import type { Connection } from "mongoose";
import type { Brand } from "../brands/brand.js";
import { CrmError } from "../errors/crm-error.js";
import { collectionOf } from "../mongo/model-of.js";
import { countryDayOrder } from "../normalize/index.js";
import type { Window } from "../snapshots/snapshot.js";
import type { Accepted, Import } from "./import.js";
import { importModel } from "./import-model.js";
import { savedMappings } from "./mappings/saved-mappings.js";
import { hashFile } from "./originals.js";
import { type BrandColumn, openTable, readThrough, type Table } from "./read/index.js";
import { OWN_EXPORT, ownExport, type SavedMapping } from "./recognise/index.js";

export interface FileToImport {
  /** For people: the file's name without its folder. */
  name: string;
  /** Begins again at the first byte each time. */
  open: () => Readable;
}

/** What the person says of a file beyond what the file says itself. */
export interface ImportChoices {
  brand: Brand;
  /** A source or a saved mapping, in place of recognising. */
  as?: string;
  /** A mapping made for this very file, saved or not. */
  mapping?: SavedMapping;
  /** The day the figures held, where the file does not say. */
  asOf?: string;
  /** What the figures sum over, where the file does not say. */
  window?: Window;
}

/** A file that was read through and can be imported. */
export interface InspectedFile {
  file: FileToImport;
  table: Table;
  /** The mapping that reads it, when the source is `mapped`. */
  mapping?: SavedMapping;
  sha256: string;
  bytes: number;
  /** Data rows. */
  rows: number;
  /** What it would be accepted with now. */
  accepted: Accepted;
}

/** A file that an import has taken in before. */
export interface KnownFile {
  file: FileToImport;
  known: Import;
}

/**
 * Recognises a file and reads it through once, without writing anything.
 *
 * @throws CrmError naming file, line and column, when the file cannot be read or is nothing that Roster knows
 */
export async function inspectFile(
  db: Connection,
  file: FileToImport,
  choices: ImportChoices,
  now: Date,
): Promise<InspectedFile | KnownFile> {
  const { brand } = choices;
  const { sha256, bytes } = await hashFile(file.open);
  const saved = await savedMappings(db);
  const table = await openTable(file, {
    saved,
    as: choices.as,
    mapping: choices.mapping,
    dayOrder: countryDayOrder(brand.country),
  });
  const known = await findSameFile(db, sameFile(sha256, brand._id, table));
  if (known) return { file, known };

  const { rows, dayOrders } = await readThrough(table);
  const { country, currency, zone } = brand;
  const accepted: Accepted = {
    brandId: brand._id,
    country,
    currency,
    zone,
    dayOrders,
    asOf: table.dateRange?.last ?? choices.asOf ?? DateTime.fromJSDate(now, { zone }).toISODate() ?? "",
    window: windowOf(table, choices),
    ...figuresOf(table, brand),
  };
  const mapping =
    choices.mapping ??
    saved.find(({ name }) => name === table.mapping) ??
    (table.mapping === OWN_EXPORT ? ownExport(table.headers) : undefined);
  return { file, table, sha256, bytes, rows, accepted, ...(mapping ? { mapping } : {}) };
}

/** What makes a file the same one again: its content, and what it is read for and as. */
export const sameFile = (
  sha256: string,
  brandId: string,
  { source, mapping }: Pick<Table, "source" | "mapping">,
): string => [sha256, brandId, source, mapping ?? ""].join(":");

async function findSameFile(db: Connection, key: string): Promise<Import | null> {
  return collectionOf(importModel(db)).findOne({ sameFile: key });
}

const DAY_MS = 86_400_000;

function windowOf({ dateRange, brandColumns, columns, headers }: Table, choices: ImportChoices): Window {
  if (dateRange) return Math.round((Date.parse(dateRange.last) - Date.parse(dateRange.first)) / DAY_MS) + 1;
  if (choices.window !== undefined) return choices.window;
  const places = [...brandColumns.map(({ index }) => index), ...(columns.gmv === undefined ? [] : [columns.gmv])];
  return places.some((index) => /all[\s-]?time|lifetime/i.test(headers[index] ?? "")) ? "lifetime" : "unknown";
}

/** Which of several brands' figures in one file are this brand's. */
function figuresOf({ brandColumns, file }: Table, { name, slug }: Brand): { figuresOf?: string } {
  const named = [...new Set(brandColumns.map(({ brand }: BrandColumn) => brand))];
  const [only] = named;
  if (only === undefined) return {};
  if (named.length === 1) return { figuresOf: only };
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const own = named.find((other) => letters(other) === letters(name) || letters(other) === letters(slug));
  if (own !== undefined) return { figuresOf: own };
  throw new CrmError("wrong-input", `${file}: figures of several brands`, {
    say: `${file} has figures of several brands (${named.join(", ")}), none of them called ${name}.`,
    next: {
      terminal: "Import it with --brand for the one whose figures are meant.",
      slack: "Choose that brand below.",
    },
  });
}
