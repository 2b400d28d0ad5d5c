import { setTimeout as sleep } from "node:timers/promises";
import { sheets, type sheets_v4 } from "@googleapis/sheets";
import { JWT } from "google-auth-library";
import type { ServiceAccount } from "../../../core/config/index.js";
import { googleTrouble } from "./google-trouble.js";

export type Change = sheets_v4.Schema$Request;
export type Values = { range: string; values: (string | number | boolean | null)[][] };
export type SheetResource = sheets_v4.Schema$Sheet;
export type BookResource = sheets_v4.Schema$Spreadsheet;
export type CellResource = sheets_v4.Schema$CellData;

/** What is asked of Google: four calls. Each waits for its turn, and is made again where that can do no harm. */
export interface Sheets {
  /** @param fields what of the spreadsheet, in Google's own words */
  get(spreadsheetId: string, fields: string): Promise<BookResource>;
  /** Formulas as they are, days as numbers. A row for each that holds anything, as wide as it holds anything. */
  read(spreadsheetId: string, ranges: string[]): Promise<(string | number | boolean)[][][]>;
  /** Whole or not at all; an answer that got lost leaves open which. */
  change(spreadsheetId: string, requests: Change[]): Promise<void>;
  /** Nothing is parsed: no text becomes a formula. `null` leaves a cell as it is. */
  write(spreadsheetId: string, data: Values[]): Promise<void>;
}

export interface SheetsOptions {
  /** Where the API is, when not at Google. */
  rootUrl?: string;
  /** Resolves when a read, or a write, may be made. */
  waitForTurn(kind: "reads" | "writes"): Promise<void>;
  /** The first pause before a call is made again, doubled with each; milliseconds. */
  pause?: number;
}

const SCOPES = ["https://www.googleapis.com/auth/spreadsheets"];
/** Calls made anew, over a minute: Google counts by the minute. */
const RETRIES = 6;
const PAUSE = 1_000;
/** A call that takes longer is given up; milliseconds. Large writes take Google up to a minute. */
const PATIENCE = 120_000;
const TOO_MANY = [429, 429];
const AWAY = [500, 599];

export function openSheets(account: ServiceAccount, { rootUrl, waitForTurn, pause = PAUSE }: SheetsOptions): Sheets {
  const api = sheets({ version: "v4", auth: signIn(account), ...(rootUrl ? { rootUrl } : {}) });
  const call = async <T>(kind: "reads" | "writes", safe: boolean, ask: (options: CallOptions) => Promise<T>) => {
    await waitForTurn(kind);
    try {
      return await ask({ retry: true, timeout: PATIENCE, retryConfig: retries(safe, pause, () => waitForTurn(kind)) });
    } catch (error) {
      throw googleTrouble(error, account.email);
    }
  };
  return {
    async get(spreadsheetId, fields) {
      const { data } = await call("reads", true, (options) => api.spreadsheets.get({ spreadsheetId, fields }, options));
      return data;
    },
    async read(spreadsheetId, ranges) {
      const asked = { spreadsheetId, ranges, ...RENDERED, fields: "valueRanges(values)" } as const;
      const { data } = await call("reads", true, (options) => api.spreadsheets.values.batchGet(asked, options));
      return ranges.map((_, at) => data.valueRanges?.[at]?.values ?? []);
    },
    async change(spreadsheetId, requests) {
      const asked = { spreadsheetId, requestBody: { requests }, fields: "spreadsheetId" };
      await call("writes", false, (options) => api.spreadsheets.batchUpdate(asked, options));
    },
    async write(spreadsheetId, data) {
      const requestBody = { valueInputOption: "RAW", data };
      const asked = { spreadsheetId, requestBody, fields: "totalUpdatedCells" };
      await call("writes", true, (options) => api.spreadsheets.values.batchUpdate(asked, options));
    },
  };
}

const RENDERED = {
  majorDimension: "ROWS",
  valueRenderOption: "FORMULA",
  dateTimeRenderOption: "SERIAL_NUMBER",
} as const;

interface CallOptions {
  retry: true;
  timeout: number;
  retryConfig: ReturnType<typeof retries>;
}

interface TriedError {
  /** The retry that is to come is counted already. */
  config?: { retryConfig?: { currentRetryAttempt?: number } };
}

/** @param safe doing it twice does it once: only then is a call made again that may have been heard */
function retries(safe: boolean, pause: number, onRetryAttempt: () => Promise<void>) {
  return {
    retry: RETRIES,
    noResponseRetries: safe ? 2 : 0,
    retryBackoff: ({ config }: TriedError) => sleep(pause * 2 ** ((config?.retryConfig?.currentRetryAttempt ?? 1) - 1)),
    httpMethodsToRetry: ["GET", "POST"],
    statusCodesToRetry: safe ? [TOO_MANY, AWAY] : [TOO_MANY],
    onRetryAttempt,
  };
}

/** The library asks at Google for tokens whatever the key says: the key's own address is put in its place. */
function signIn({ email, privateKey, tokenUri }: ServiceAccount): JWT {
  return new JWT({
    email,
    key: privateKey,
    scopes: SCOPES,
    transporterOptions: {
      timeout: PATIENCE,
      adapter: (options, ask) => ask(options.url.href === TOKENS ? { ...options, url: new URL(tokenUri) } : options),
    },
  });
}

const TOKENS = "https://oauth2.googleapis.com/token";
