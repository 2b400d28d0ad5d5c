import type { CompleteAnswer, FieldsAnswer, MeAnswer } from "../../core/contract/index.js";
import { complete, parseQuery } from "../../core/query/index.js";
import type { CellChange, ImportPreview, Opening, RefreshStep } from "../../sheets-addon/addon/calls.js";
import type { Answers } from "./sidebar-page.js";

export const ME: MeAnswer = {
  person: { id: "UADA", name: "Ada Admin" },
  allBrands: true,
  brands: [
    { slug: "glow", name: "Glow", currency: "USD", zone: "America/New_York", mayEdit: true, seesContacts: true },
    { slug: "luma", name: "Luma", currency: "GBP", zone: "Europe/London", mayEdit: true, seesContacts: true },
  ],
};

type Tab = Opening["tabs"][number];

export const TAB: Tab = {
  sheetId: 7,
  title: "Top creators",
  list: "creators",
  query: "gmv:>5k has:email -status:blocked sort:gmv",
  brand: "glow",
  columns: ["handle", "email", "status", "gmvCents"],
  whenGone: "grey",
  schedule: { every: "day", hour: 6 },
  paused: false,
  by: "UADA",
};

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

export const TABS: Tab[] = [
  { ...TAB, lastRun: { at: ago(130), trigger: "schedule", outcome: "done", rows: 12 }, nextRunAt: ago(-200) },
  {
    ...TAB,
    sheetId: 8,
    title: "Samples without a video",
    list: "samples",
    query: "status:delivered by:(is:ghosting)",
    schedule: { every: "hour" },
    lastRun: {
      at: ago(20),
      trigger: "schedule",
      outcome: "failed",
      rows: 0,
      reason: "the spreadsheet is not shared with Roster.",
    },
    nextRunAt: ago(-40),
  },
  { ...TAB, sheetId: 9, title: "All videos", list: "videos", query: "", brand: "all", schedule: { every: "never" } },
  { ...TAB, sheetId: 10, title: "Launch", paused: true, schedule: { every: "week", day: 1, hour: 9 } },
  { ...TAB, sheetId: 11, title: "Old ones", missing: true },
];

export const OPENING: Opening = {
  me: ME,
  spreadsheet: "Creators 2026",
  active: { sheetId: 0, title: "Sheet1" },
  tabs: [],
  free: [
    { sheetId: 0, title: "Sheet1", empty: true },
    { sheetId: 3, title: "Budget", empty: false },
  ],
  serviceAccount: "roster@roster-synced.iam.gserviceaccount.example",
};

export const FIELDS: FieldsAnswer = {
  columns: [
    { column: "handle", header: "Handle", format: "text", editable: false },
    { column: "email", header: "E-mail", format: "text", editable: true },
    { column: "status", header: "Status", format: "text", editable: true },
    { column: "tags", header: "Tags", format: "list", editable: true },
    { column: "gmvCents", header: "GMV (USD)", format: "money", editable: false },
    { column: "videos", header: "Videos", format: "count", editable: false },
    { column: "joinedAt", header: "Joined", format: "date", editable: false },
  ],
  fields: [
    {
      name: "gmv",
      aliases: [],
      kind: "number",
      label: "GMV",
      help: "Sales, in whole currency units.",
      examples: ["gmv:>5k"],
    },
    {
      name: "has",
      aliases: [],
      kind: "fact",
      label: "Has",
      help: "What is known of the creator.",
      examples: ["has:email"],
      values: ["email", "phone"],
    },
    {
      name: "status",
      aliases: [],
      kind: "set",
      label: "Status",
      help: "How the brand stands with the creator.",
      examples: ["status:active"],
      values: ["active", "inactive", "blocked"],
    },
    { name: "tag", aliases: ["tags"], kind: "set", label: "Tags", help: "A tag.", examples: ["tag:vip"] },
    { name: "sampled", aliases: [], kind: "time", label: "Last sample", help: "When.", examples: ["sampled:<30d"] },
  ],
  sorts: [
    { name: "gmv", label: "GMV" },
    { name: "handle", label: "Handle" },
  ],
};

const STORED = async () => ["vip", "top seller", "vegan"];

/** Completes as the server does, with a few tags in store. */
async function completeAnswer({ list, query, cursor }: Parameters<NonNullable<Answers["complete"]>>[0]) {
  const found = await complete(query, cursor, list, async (_field, prefix) =>
    (await STORED()).filter((value) => value.startsWith(prefix)),
  );
  const parsed = parseQuery(query, list);
  return { ...found, ...(parsed.ok ? {} : { mistake: parsed.error }) } satisfies CompleteAnswer;
}

export const step = (left: number, conflicts = 0): RefreshStep => ({
  done: left === 0,
  so: { startedAt: "2026-11-20T10:00:00.000Z", rows: { changed: 4, added: 1_200, removed: 0 }, cells: 4_812 },
  total: 1_204,
  left,
  conflicts,
});

const change = (given: Partial<CellChange>): CellChange => ({
  id: "c1",
  column: "email",
  header: "E-mail",
  who: "@mia.makes",
  cell: "B2",
  sheet: "mia@new.example",
  roster: "mia@old.example",
  outcome: "send",
  ...given,
});

export const CHANGES: CellChange[] = [
  change({}),
  change({ id: "c2", who: "@zoe.cooks", cell: "B3", sheet: null }),
  change({
    id: "c3",
    who: "@ali",
    cell: "C4",
    column: "status",
    header: "Status",
    sheet: "blocked",
    roster: "inactive",
    outcome: "conflict",
    by: "Vic Viewer",
  }),
  change({
    id: "c4",
    who: "@lu",
    cell: "B5",
    sheet: "not an address",
    outcome: "invalid",
    reason: "This is not an e-mail address.",
  }),
  change({ id: "c5", who: "@bo", cell: "B6", outcome: "refresh" }),
];

export const PREVIEW: ImportPreview = {
  sheetId: 3,
  title: "euka export",
  source: "euka",
  rows: 25_284,
  creators: { new: 8_120, known: 17_164, filled: 5_003, alternatives: 211 },
  rejected: 12,
};

/** Everything goes well. */
export const answersWith = (opening: Opening): Answers => ({
  open: () => opening,
  fields: () => FIELDS,
  complete: completeAnswer,
  count: () => ({ total: 1_204 }),
});
