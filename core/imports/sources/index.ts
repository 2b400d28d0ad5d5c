import { creators } from "./creators.js";
import { euka } from "./euka.js";
import { phones } from "./phones.js";
import { products } from "./products.js";
import { refunnel } from "./refunnel.js";
import { samples } from "./samples.js";
import type { Source } from "./source.js";
import { videos } from "./videos.js";

export { REFUSED_TABLES, type RefusedTable } from "./refused.js";
export { COLUMN_FIELDS, type ColumnField, type Source, type SourceName } from "./source.js";

/** Every known export, in the order in which a file is tried against them. */
export const KNOWN_SOURCES: readonly Source[] = [samples, videos, creators, products, phones, refunnel, euka];
