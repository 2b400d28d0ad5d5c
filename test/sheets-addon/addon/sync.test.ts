import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, rowHash, type SheetColumn, type SheetRow } from "../../../core/contract/index.js";
import { asTyped } from "../../../sheets-addon/addon/as-typed.js";
import { planEdits, settleEdits } from "../../../sheets-addon/addon/edits.js";
import { planSync, type SyncPlan } from "../../../sheets-addon/addon/sync.js";
import { editableOf, haveOf } from "../../../sheets-addon/addon/tab.js";
import { applyPlan, type ModelTab } from "./model-tab.js";

const COLUMNS: SheetColumn[] = [
  { column: "handle", header: "Handle", format: "text", editable: false },
  { column: "notes", header: "Notes", format: "text", editable: true },
  { column: "gmv", header: "GMV (USD)", format: "money", editable: false },
];
const row = (id: string, ...cells: Cell[]): SheetRow => ({ id, cells, hash: rowHash(cells) });
/** Columns: id, handle, notes, gmv, one of people's own. */
const EMPTY: ModelTab = {
  tab: { idAt: 0, ours: COLUMNS.map(({ column }, at) => ({ column, at: at + 1 })), rows: [] },
  synced: new Map(),
};

/** As the server answers: what changed against `have`, and what is gone. */
function answerTo({ tab, synced }: ModelTab, wanted: SheetRow[]) {
  const have = haveOf(tab, synced);
  const ids = new Set(wanted.map(({ id }) => id));
  const rows = wanted.filter(({ id, hash }) => have[id] !== hash);
  return { columns: COLUMNS, rows, gone: Object.keys(have).filter((id) => !ids.has(id)) };
}

function plan(model: ModelTab, wanted: SheetRow[], whenGone: "grey" | "remove" = "grey"): SyncPlan {
  const planned = planSync({ ...model, answer: answerTo(model, wanted), whenGone });
  if (!planned) throw new Error("the id column counts as lost");
  return planned;
}
const refresh = (model: ModelTab, wanted: SheetRow[]) => applyPlan(model, plan(model, wanted));
const filled = (wanted: SheetRow[]) => refresh(EMPTY, wanted);

/** The model with one cell typed over. */
function typed(model: ModelTab, at: [row: number, column: number], value: Cell): ModelTab {
  const rows = model.tab.rows.map((cells) => [...cells]);
  const cells = rows[at[0]];
  if (cells) cells[at[1]] = value;
  return { ...model, tab: { ...model.tab, rows } };
}

const size = ({ write, append, remove, grey, ungrey, remember }: SyncPlan) =>
  write.length + append.length + remove.length + grey.length + ungrey.length + remember.size;

const CELL = fc.oneof(fc.string({ maxLength: 4 }), fc.integer(), fc.constant(null));
const WANTED = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), CELL, CELL, CELL), { selector: ([id]) => id, maxLength: 12 })
  .map((all) => all.map(([id, ...cells]) => row(`c${id}`, ...cells)));
/** What people do between two syncs: sort, move columns, write beside, delete rows. */
const PEOPLE = fc.record({
  order: fc.array(fc.nat(), { minLength: 13, maxLength: 13 }),
  columns: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  kept: fc.array(fc.boolean(), { minLength: 13, maxLength: 13 }),
});

/** Each row gets a mark of its id in a column of people's own, then people do what they do. */
function afterPeople(
  { tab, synced }: ModelTab,
  people: { order: number[]; columns: number[]; kept: boolean[] },
): ModelTab {
  const marked = tab.rows.map((cells) => [...cells.slice(0, 4), `=mine("${cells[0]}")`, "x"]);
  const stay = marked.map((cells, at) => ({ cells, by: people.order[at] ?? 0, keep: people.kept[at] ?? true }));
  const sorted = stay.filter(({ keep }) => keep).sort((one, other) => one.by - other.by);
  const rows = sorted.map(({ cells }) => people.columns.map((from) => cells[from] ?? null));
  const place = (from: number) => people.columns.indexOf(from);
  return { tab: { idAt: place(0), ours: tab.ours.map(({ column, at }) => ({ column, at: place(at) })), rows }, synced };
}

const theirs = ({ tab }: ModelTab, people: { columns: number[] }) =>
  tab.rows.map((cells) => [cells[tab.idAt ?? 0], cells[people.columns.indexOf(4)]] as const);

describe("planSync", () => {
  it("gives what was wanted, whatever people sorted, moved and deleted", () => {
    const holds = fc.property(WANTED, WANTED, PEOPLE, (first, second, people) => {
      const model = afterPeople(filled(first), people);
      const after = applyPlan(model, plan(model, second, "remove"));
      const cells = (id: string) => after.tab.rows.find((each) => each[after.tab.idAt ?? 0] === id);
      expect(after.tab.rows).toHaveLength(second.length);
      for (const { id, cells: want } of second)
        expect(after.tab.ours.map(({ at }) => cells(id)?.[at] ?? "")).toEqual(want.map((cell) => cell ?? ""));
    });
    fc.assert(holds);
  });

  it("leaves what people wrote on the row of its creator, and loses none of it", () => {
    const holds = fc.property(WANTED, WANTED, PEOPLE, (first, second, people) => {
      const model = afterPeople(filled(first), people);
      const after = refresh(model, second);
      const before = theirs(model, people);
      expect(theirs(after, people).slice(0, before.length)).toEqual(before);
    });
    fc.assert(holds);
  });

  it("plans nothing the second time", () => {
    const holds = fc.property(WANTED, WANTED, PEOPLE, CELL, (first, second, people, note) => {
      const moved = afterPeople(filled(first), people);
      const after = refresh(typed(moved, [0, moved.tab.ours[1]?.at ?? 0], note), second);
      expect(size(plan(after, second))).toBe(0);
    });
    fc.assert(holds);
  });

  it("writes under 3% of 37,000 × 20 cells when 1% of the rows changed", () => {
    const columns = Array.from({ length: 20 }, (_, at) => ({
      column: `f${at}`,
      header: "",
      format: "count" as const,
      editable: false,
    }));
    const rows = (bump: number) =>
      Array.from({ length: 37_000 }, (_, id) =>
        row(`c${id}`, ...columns.map((_c, at) => (id % 100 ? id : id + bump) + at)),
      );
    const tab = { idAt: 0, ours: columns.map(({ column }, at) => ({ column, at: at + 1 })), rows: [] };
    const first = planSync({ tab, synced: new Map(), answer: { columns, rows: rows(0), gone: [] }, whenGone: "grey" });
    if (!first) throw new Error("nothing planned");
    const model = applyPlan({ tab, synced: new Map() }, first);
    const changed = { ...answerTo(model, rows(1)), columns };
    const second = planSync({ ...model, answer: changed, whenGone: "grey" });
    expect(second?.write).toHaveLength(370 * 20);
    expect(JSON.stringify(changed.rows).length).toBeLessThan(0.03 * JSON.stringify(rows(1)).length);
  });

  it("takes a copied row as people's own", () => {
    const model = filled([row("c1", "mia", null, 5)]);
    const copied = { ...model, tab: { ...model.tab, rows: [...model.tab.rows, ["c1", "mia", null, 5, "mine"]] } };
    expect(plan(copied, [row("c1", "mia", null, 6)]).write).toEqual([{ row: 0, at: 3, value: 6 }]);
  });

  it("does nothing when the id column is gone or emptied", () => {
    const model = filled([row("c1", "mia", null, 5), row("c2", "leo", null, 7)]);
    const answer = { columns: COLUMNS, rows: [], gone: [] };
    const emptied = { ...model.tab, rows: model.tab.rows.map(([, ...cells]) => [null, ...cells]) };
    for (const tab of [emptied, { ...model.tab, idAt: undefined }])
      expect(planSync({ tab, synced: model.synced, answer, whenGone: "grey" })).toBeUndefined();
  });

  it("greys a row that left when people wrote on it, once, and brings it back", () => {
    const one = [row("c1", "mia", null, 5)];
    const noted = typed(filled(one), [0, 4], "call her");
    expect(plan(noted, [])).toMatchObject({ grey: [0], remove: [] });
    const grey = refresh(noted, []);
    expect(size(plan(grey, []))).toBe(0);
    expect(plan(grey, one)).toMatchObject({ ungrey: [0], write: [] });
    expect(plan(noted, [], "remove").remove).toEqual([0]);
  });

  it("keeps an edit that was not sent, and says where Roster changed too", () => {
    const edited = typed(filled([row("c1", "mia", "a", 5)]), [0, 2], "b");
    expect(plan(edited, [row("c1", "mia", "a", 6)])).toMatchObject({ write: [{ at: 3, value: 6 }], conflicts: [] });
    const both = plan(edited, [row("c1", "mia", "c", 5)]);
    expect(both).toMatchObject({ write: [], conflicts: [{ id: "c1", column: "notes", here: "b", roster: "c" }] });
  });

  it("puts Roster's value back into a column that is not editable", () => {
    const one = [row("c1", "mia", null, 5)];
    expect(plan(typed(filled(one), [0, 3], 9), one).write).toEqual([{ row: 0, at: 3, value: 5 }]);
  });
});

describe("planEdits", () => {
  it("sends what changed in editable columns, and nothing after that is settled", () => {
    const model = typed(typed(filled([row("c1", "mia", "a", 5)]), [0, 2], "b"), [0, 3], 9);
    const editable = editableOf(COLUMNS);
    expect(planEdits(model.tab, model.synced, editable)).toEqual([
      { id: "c1", column: "notes", synced: "a", value: "b" },
    ]);
  });
});

describe("settleEdits", () => {
  const sent = [{ id: "c1", column: "notes", synced: "a", value: "B" }];
  const model = typed(filled([row("c1", "mia", "a", 5)]), [0, 2], "B");
  const settle = ({ tab, synced }: ModelTab, outcome: Parameters<typeof settleEdits>[2]["outcomes"][number]) =>
    settleEdits(tab, synced, { sent, outcomes: [outcome] });

  it("writes Roster's form of the value, and remembers it", () => {
    const settled = settle(model, { id: "c1", column: "notes", outcome: "sent", value: "b" });
    expect(settled.write).toEqual([{ row: 0, at: 2, value: "b" }]);
    expect(settled.remember).toEqual([{ id: "c1", column: "notes", value: "b" }]);
  });

  it("leaves a cell that was changed again while the edits were on their way", () => {
    const again = typed(model, [0, 2], "newer");
    expect(settle(again, { id: "c1", column: "notes", outcome: "sent", value: "b" }).write).toEqual([]);
  });

  it("puts the reason on an invalid cell, and hands a conflict to the person", () => {
    const invalid = settle(model, { id: "c1", column: "notes", outcome: "invalid", reason: "Too long." });
    expect(invalid).toMatchObject({ write: [], remember: [], notes: [{ row: 0, at: 2, text: "Too long." }] });
    const conflict = { id: "c1", column: "notes", outcome: "conflict", value: "B", roster: "c" } as const;
    expect(settle(model, conflict)).toMatchObject({ write: [], remember: [], conflicts: [conflict] });
  });
});

describe("asTyped", () => {
  it("lets no text be read as anything but text", () => {
    const holds = fc.property(fc.string({ minLength: 1 }), (text) => asTyped(text, "text") === `'${text}`);
    fc.assert(holds);
    for (const text of ["=1+1", "+name", "-1", "@x", "\t=1", "\r=1", "7690510000000000123"])
      for (const format of ["text", "date", "money", "list"] as const) expect(asTyped(text, format)).toBe(`'${text}`);
    expect(asTyped("2026-01-02", "date")).toBe("2026-01-02");
  });
});
