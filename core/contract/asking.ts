import type { SheetColumn, SheetList } from "./cells.js";

/** A field of the query language, as a filter builder needs it. */
export interface AskableField {
  /** Stands before the colon. */
  name: string;
  aliases: string[];
  kind: "text" | "set" | "number" | "time" | "fact" | "by";
  label: string;
  help: string;
  /** Whole terms, such as `gmv:>5k`. */
  examples: string[];
  /** All values, where the registry knows them; else `POST /complete` finds them. */
  values?: string[];
}

/** `GET /fields?list=…&brand=…`: what can be asked of a list, and which columns it has. */
export interface FieldsAnswer {
  columns: SheetColumn[];
  fields: AskableField[];
  sorts: { name: string; label: string }[];
}

/** `POST /complete`: how a query could go on at the cursor. */
export interface CompleteRequest {
  list: SheetList;
  brand: string;
  query: string;
  /** UTF-16 units from the start. */
  cursor: number;
}

export interface CompleteAnswer {
  /** An offer replaces `query.slice(from, to)`. */
  from: number;
  to: number;
  offers: { text: string; help?: string }[];
  /** Why the query as it stands is none, and where; absent for a good one. */
  mistake?: { position: number; length: number; reason: string; suggestion?: string };
}
