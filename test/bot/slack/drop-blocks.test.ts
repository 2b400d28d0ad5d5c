import { describe, expect, it } from "vitest";
import { dropMessage, dropTaken } from "../../../bot/blocks/drop.js";
import { importHistory } from "../../../bot/blocks/import-history.js";
import { mappingForm } from "../../../bot/blocks/mapping-form.js";
import { plainBlocks } from "../../../bot/blocks/plain-blocks.js";
import { countingUndo, undoForm, undoing } from "../../../bot/blocks/undo-form.js";
import type { SlackMessage } from "../../../bot/send-with-fallback.js";
import { checkMessage, checkView } from "../../../bot/workspace/limits/index.js";
import type { Brand } from "../../../core/brands/index.js";
import type { DropStatus, FileState } from "../../../core/drops/drop.js";
import type { Drop, DroppedFile, DropView } from "../../../core/drops/index.js";
import type { Import, ImportReport } from "../../../core/imports/index.js";
import { LONG, MARKUP } from "./extreme.js";

const AT = new Date("2026-03-01T12:00:00Z");
const HUGE = 999_999_999;
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const brand = (at: number): Brand => ({
  ...{ _id: `brand-${at}`, slug: `brand-${at}`, name: at % 2 ? LONG : MARKUP },
  ...{ currency: "USD", country: "US", zone: "UTC", createdAt: AT },
});

const report = (count: number): ImportReport => ({
  ...{ rows: count, repeated: count, rejected: count, rejectedValues: count, seconds: count },
  creators: { new: count, known: count, filled: count, alternatives: count },
  samples: { new: count, updated: count },
  videos: { new: count, updated: count },
  products: { new: count, updated: count },
  snapshots: { new: count },
  outranked: count === 0 ? [] : many(3, () => ({ brand: LONG, samples: count })),
});

const REASON = { line: HUGE, what: "row" as const, reason: LONG };

const STATES: Record<FileState["is"], FileState> = {
  waiting: { is: "waiting" },
  ready: {
    ...{ is: "ready", source: "samples", rows: HUGE, asOf: "2026-03-01", window: 30, report: report(HUGE) },
    rejections: many(5, () => REASON),
  },
  known: { is: "known", importId: "1" },
  unknown: { is: "unknown", say: LONG.repeat(5), columns: [] },
  several: { is: "several", say: LONG, between: ["euka", "phones", "refunnel"] },
  refused: { is: "refused", say: LONG.repeat(5) },
  missing: { is: "missing", say: LONG },
  importing: { is: "importing", importId: "1" },
  done: { is: "done", importId: "1" },
  failed: { is: "failed", say: LONG },
};

const record: Import = {
  ...{ _id: "1", file: LONG, sha256: "", bytes: 1, status: "done", brandId: "brand-1", source: "samples" },
  ...{ by: MARKUP, via: "slack", receivedAt: AT, acceptedAt: AT, seq: 1, accepted: {} as never, report: report(HUGE) },
  progress: { phase: "reading", done: 1, of: HUGE },
};

const view = (status: DropStatus, states: readonly FileState[], name = LONG): DropView => {
  const files = states.map((state, at): DroppedFile => ({ id: `F${at}`, name: `${name}.csv`, state }));
  const place = { place: "slack:C1", message: "1.1", thread: "1.1" };
  const drop: Drop = {
    ...{ _id: "slack:C1:1.1", ...place, by: "U0ADA", via: "slack", at: AT, brandId: "brand-1" },
    ...{ status, files, round: 0, touchedAt: AT, rev: 1 },
  };
  return { drop, brand: brand(1), brands: many(120, brand), imports: new Map([["1", record]]) };
};

function troubles(message: SlackMessage) {
  expect(message.text).not.toMatch(/<!|<@|<#|\*/);
  expect(JSON.stringify(message.blocks)).not.toContain("mrkdwn");
  return [...checkMessage(message), ...checkMessage({ ...message, blocks: plainBlocks(message.blocks) })];
}

const ALL = Object.values(STATES);
const STATUSES: DropStatus[] = ["received", "asking", "ready", "importing", "done", "failed", "cancelled"];

describe("the message about a drop stays inside of Slack's limits", () => {
  it.each(STATUSES)("%s: with files of every kind, and none", (status) => {
    expect(troubles(dropMessage(view(status, ALL)))).toEqual([]);
    expect(troubles(dropMessage(view(status, [])))).toEqual([]);
    expect(troubles(dropMessage(view(status, ALL, MARKUP)))).toEqual([]);
  });

  it.each(Object.keys(STATES) as FileState["is"][])("with 30 files that are all %s", (kind) => {
    for (const status of STATUSES)
      expect(
        troubles(
          dropMessage(
            view(
              status,
              many(30, () => STATES[kind]),
            ),
          ),
        ),
      ).toEqual([]);
  });

  it("while they are taken in, with how many rows of each are read", () => {
    const running = { ...record, status: "running" as const };
    const { blocks } = dropMessage({ ...view("importing", [STATES.importing]), imports: new Map([["1", running]]) });
    expect(JSON.stringify(blocks)).toMatch(/1 of [\d,]+ rows read, 0%/);
  });

  it("with no worker to read them", () => {
    const message = dropTaken(
      view(
        "received",
        many(30, () => STATES.waiting),
      ),
      true,
    );
    expect(troubles(message)).toEqual([]);
    expect(JSON.stringify(message.blocks)).toContain("worker is not running");
  });
});

describe("importHistory", () => {
  it("stays inside of Slack's limits with ten long imports, and with none", () => {
    const of = { brands: new Map([["brand-1", brand(1)]]), mayUndo: () => true };
    const next = { receivedAt: AT, seq: 7 };
    const imports = many(10, (at) => ({ ...record, _id: String(at) }));
    expect(troubles(importHistory({ imports, next, ...of }))).toEqual([]);
    expect(troubles(importHistory({ imports: [], ...of }))).toEqual([]);
  });
});

describe("mappingForm", () => {
  const form = (count: number, header: string) =>
    mappingForm({
      drop: "slack:C1:1.1",
      file: { id: "F1", name: LONG },
      columns: many(count, (at) => ({
        header: `${header}${at}`,
        samples: many(3, () => LONG.slice(0, 40)),
        guess: "email",
      })),
    });

  it("stays inside of Slack's limits with 300 columns, and with one", () => {
    expect(checkView(form(300, LONG))).toEqual([]);
    expect(checkView(form(1, MARKUP))).toEqual([]);
    expect(JSON.stringify(form(300, LONG)).length).toBeLessThan(250_000);
  });

  it("says how many columns it leaves out", () => {
    expect(JSON.stringify(form(50, "Column "))).toContain("15 more columns stay unread");
  });
});

describe("undoForm", () => {
  it("stays inside of Slack's limits with none, one and thirty imports", () => {
    const undoable = {
      record,
      report: { id: "1", creators: HUGE, samples: HUGE, videos: HUGE, snapshots: HUGE, kept: HUGE },
    };
    for (const count of [0, 1, 30]) {
      const imports = many(count, (at) => ({ ...undoable, record: { ...record, _id: String(at) } }));
      expect(checkView(undoForm(imports, [LONG]))).toEqual([]);
    }
    expect(checkView(countingUndo())).toEqual([]);
    expect(checkView(undoing(many(30, String)))).toEqual([]);
  });
});
