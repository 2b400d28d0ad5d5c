/** `POST /sheets/pair`, without a token: trades a pairing code for one. */
export interface PairRequest {
  /** Eight characters, in any case, with or without a hyphen. */
  code: string;
  spreadsheetId: string;
  /** The spreadsheet's name, for lists of what is connected. */
  title?: string;
}

export interface PairAnswer {
  /** Goes into `authorization: Bearer …` beside `x-spreadsheet-id`. Shown this once. */
  token: string;
  person: { id: string; name: string };
}

/** `GET /sheets/me`: who is connected, and may do what. */
export interface MeAnswer {
  person: { id: string; name: string };
  brands: { slug: string; name: string; currency: string; zone: string; mayEdit: boolean; seesContacts: boolean }[];
  /** May look at all brands at once. */
  allBrands: boolean;
}

export const SPREADSHEET_HEADER = "x-spreadsheet-id";
