import { createVerify, generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { ServiceAccount } from "../../core/config/index.js";
import { change } from "./sheets-v4/changes.js";
import { applyMask } from "./sheets-v4/fields-mask.js";
import { Refused, refuse } from "./sheets-v4/refusal.js";
import { SPREADSHEET, toResource } from "./sheets-v4/resource.js";
import { readValues, writeValues } from "./sheets-v4/values.js";
import { Workbook } from "./workbook.js";

export type CallKind = "get" | "change" | "read" | "write";

/** One call that arrived; `cells` and what was asked tell what it did. */
export interface SheetsCall {
  kind: CallKind;
  book: string;
  bytes: number;
  cells: number;
  body: unknown;
}

/** What goes wrong with a call: a status; no answer, because it never arrived, or because the answer got lost. */
export type Trouble = number | "unheard" | "unanswered" | undefined;

export interface FakeSheets {
  rootUrl: string;
  account: ServiceAccount;
  books: Map<string, Workbook>;
  /** How a spreadsheet is shared with the service account; as an editor unless it says otherwise. */
  shared: Map<string, "nobody" | "viewer">;
  calls: SheetsCall[];
  /** Asked for each call, which counts from 1. */
  trouble: (call: SheetsCall, count: number) => Trouble;
  /** What the token endpoint answers, in place of a token. */
  signInTrouble?: { status: number; body: object };
  /** Bytes of all that was sent and answered. */
  bytes: { sent: number; answered: number };
  stop(): Promise<void>;
}

const EMAIL = "roster@project-1.iam.gserviceaccount.com";
const TOKEN = "ya29.token";

/** The Sheets API, version 4, as far as Roster calls it: in memory, on loopback. */
export async function startSheets(): Promise<FakeSheets> {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const fake: FakeSheets = {
    rootUrl: "",
    account: { email: EMAIL, privateKey: String(privateKey.export({ type: "pkcs8", format: "pem" })), tokenUri: "" },
    books: new Map([["sheet-1", new Workbook("sheet-1")]]),
    shared: new Map(),
    calls: [],
    trouble: () => undefined,
    bytes: { sent: 0, answered: 0 },
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  };
  const server = createServer((request, response) => {
    const isToken = request.url === "/token";
    const work = isToken ? giveToken(fake, request, String(publicKey.export({ type: "spki", format: "pem" }))) : null;
    void (work ?? answer(fake, request)).then(
      (answered) => (answered === undefined ? request.socket.destroy() : send(fake, response, answered)),
      (error: unknown) => send(fake, response, refusalOf(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  fake.rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  fake.account.tokenUri = `${fake.rootUrl}token`;
  return fake;
}

interface Answer {
  status: number;
  body: unknown;
}

function send(fake: FakeSheets, response: ServerResponse, { status, body }: Answer): void {
  const text = JSON.stringify(body);
  fake.bytes.answered += text.length;
  response.writeHead(status, { "content-type": "application/json" }).end(text);
}

function refusalOf(error: unknown): Answer {
  const refused = error instanceof Refused ? error : new Refused(500, String(error), "INTERNAL");
  const { status, message, reason } = refused;
  return { status, body: { error: { code: status, message, status: reason } } };
}

/** The JWT grant: who signs with the key of the account gets a token. */
async function giveToken(fake: FakeSheets, request: IncomingMessage, publicKey: string): Promise<Answer> {
  const form = new URLSearchParams(String(await buffer(request)));
  if (fake.signInTrouble) return fake.signInTrouble;
  const [head = "", claims = "", signature = ""] = (form.get("assertion") ?? "").split(".");
  const signed = createVerify("RSA-SHA256").update(`${head}.${claims}`).verify(publicKey, signature, "base64url");
  const { iss, scope, exp } = JSON.parse(Buffer.from(claims, "base64url").toString() || "{}");
  const isGrant = form.get("grant_type") === "urn:ietf:params:oauth:grant-type:jwt-bearer";
  if (!signed || !isGrant || iss !== EMAIL || exp * 1_000 < Date.now() || !String(scope).endsWith("/spreadsheets")) {
    return { status: 400, body: { error: "invalid_grant", error_description: "Invalid JWT Signature." } };
  }
  return { status: 200, body: { access_token: TOKEN, expires_in: 3_600, token_type: "Bearer" } };
}

const PATHS: readonly [CallKind, string, RegExp][] = [
  ["get", "GET", /^\/v4\/spreadsheets\/([\w-]+)$/],
  ["change", "POST", /^\/v4\/spreadsheets\/([\w-]+):batchUpdate$/],
  ["read", "GET", /^\/v4\/spreadsheets\/([\w-]+)\/values:batchGet$/],
  ["write", "POST", /^\/v4\/spreadsheets\/([\w-]+)\/values:batchUpdate$/],
];

async function answer(fake: FakeSheets, request: IncomingMessage): Promise<Answer | undefined> {
  const sent = await buffer(request);
  const url = new URL(request.url ?? "/", fake.rootUrl);
  const found = PATHS.find(([, method, path]) => method === request.method && path.test(url.pathname));
  if (!found) throw new Refused(404, `there is no ${request.method} ${url.pathname} here`);
  const [kind, , path] = found;
  const id = path.exec(url.pathname)?.[1] ?? "";
  const body: unknown = sent.length > 0 ? JSON.parse(String(sent)) : undefined;
  const call: SheetsCall = { kind, book: id, bytes: sent.length, cells: 0, body };
  fake.calls.push(call);
  fake.bytes.sent += sent.length;
  if (request.headers.authorization !== `Bearer ${TOKEN}`) throw new Refused(401, "no valid token", "UNAUTHENTICATED");
  const trouble = fake.trouble(call, fake.calls.length);
  if (trouble === "unheard") return undefined;
  if (typeof trouble === "number") throw new Refused(trouble, TROUBLES[trouble] ?? "trouble", "TROUBLE");
  const answered = carryOut(fake, call, url.searchParams);
  return trouble === "unanswered" ? undefined : { status: 200, body: answered };
}

const TROUBLES: Readonly<Record<number, string>> = {
  429: "Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'",
  503: "The service is currently unavailable.",
};

function carryOut(fake: FakeSheets, call: SheetsCall, search: URLSearchParams): unknown {
  const { ranges, fields, ...rest } = readSearch(search, call.kind);
  const book = openBook(fake, call);
  switch (call.kind) {
    case "get":
      return applyMask(toResource(book), fields, SPREADSHEET);
    case "change":
      atOnce(book, () => change(book, call.body));
      return applyMask({ spreadsheetId: book.id, replies: [] }, fields, { spreadsheetId: true, replies: true });
    case "read":
      return applyMask({ spreadsheetId: book.id, valueRanges: readValues(book, { ranges, ...rest }) }, fields, {
        spreadsheetId: true,
        valueRanges: { range: true, majorDimension: true, values: true },
      });
    case "write":
      call.cells = writeValues(book, call.body);
      return applyMask({ spreadsheetId: book.id, totalUpdatedCells: call.cells }, fields, {
        spreadsheetId: true,
        totalUpdatedCells: true,
        totalUpdatedRows: true,
      });
  }
}

const TAKES: Readonly<Record<CallKind, readonly string[]>> = {
  get: ["fields", "ranges", "includeGridData"],
  change: ["fields"],
  read: ["fields", "ranges", "majorDimension", "valueRenderOption", "dateTimeRenderOption"],
  write: ["fields"],
};

function readSearch(search: URLSearchParams, kind: CallKind) {
  for (const name of search.keys()) {
    if (!TAKES[kind].includes(name)) refuse(`Invalid JSON payload received. Unknown name "${name}"`);
  }
  const { fields = "*", ranges: _, ...rest } = Object.fromEntries(search);
  return { fields, ranges: search.getAll("ranges"), ...rest };
}

function openBook({ books, shared }: FakeSheets, { book: id, kind }: SheetsCall): Workbook {
  const book = books.get(id);
  if (!book) throw new Refused(404, "Requested entity was not found.", "NOT_FOUND");
  const how = shared.get(id);
  const isWrite = kind === "change" || kind === "write";
  if (how === "nobody" || (how === "viewer" && isWrite)) {
    throw new Refused(403, "The caller does not have permission", "PERMISSION_DENIED");
  }
  return book;
}

/** Cells up to which what went wrong is taken back: copying more takes longer than tests should. */
const MOST_COPIED = 60_000;

function atOnce(book: Workbook, work: () => void): void {
  const cells = book.sheets.reduce((sum, { rowCount, columns }) => sum + rowCount * columns.length, 0);
  const before = cells <= MOST_COPIED ? book.copy(book.id) : undefined;
  try {
    work();
  } catch (error) {
    if (before) book.sheets.splice(0, book.sheets.length, ...before.sheets);
    throw error;
  }
}
