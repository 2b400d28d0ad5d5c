import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, rowHash, type SheetColumn, type SheetRow } from "../../../core/contract/index.js";
import { stepsOf } from "../../../sheets-addon/addon/steps.js";
import { planSync } from "../../../sheets-addon/addon/sync.js";
import { haveOf } from "../../../sheets-addon/addon/tab.js";
import { callsOf, type ModelSheets, memoryOf } from "./model-tab.js";

const COLUMNS: SheetColumn[] = [
  { column: "handle", header: "Handle", format: "text", editable: false },
  { column: "notes", header: "Notes", format: "text", editable: true },
  { column: "gmv", header: "GMV (USD)", format: "money", editable: false },
];
const row = (id: string, ...cells: Cell[]): SheetRow => ({ id, cells, hash: rowHash(cells) });

/** Columns: id, handle, people's own, notes, gmv. */
const OWN = 2;
const empty = (): ModelSheets => ({
  tab: { idAt: 0, ours: COLUMNS.map(({ column }, at) => ({ column, at: [1, 3, 4][at] ?? 0 })), rows: [] },
  memory: [],
});

/** Runs a refresh up to `calls` calls to Google, and says whether there was nothing left to do. */
function refresh(sheets: ModelSheets, wanted: SheetRow[], calls = Number.POSITIVE_INFINITY): number {
  const memory = memoryOf(sheets);
  const have = haveOf(sheets.tab, memory.synced);
  const ids = new Set(wanted.map(({ id }) => id));
  const rows = wanted.filter(({ id, hash }) => have[id] !== hash);
  const answer = { columns: COLUMNS, rows, gone: Object.keys(have).filter((id) => !ids.has(id)) };
  const plan = planSync({ tab: sheets.tab, synced: memory.synced, answer, whenGone: "grey" });
  if (!plan) throw new Error("the ids count as lost");
  const all = stepsOf(plan, memory).flatMap(callsOf);
  for (const each of all.slice(0, calls)) each(sheets);
  return all.length;
}

const WANTED = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
    {
      selector: ([id]) => id,
      maxLength: 8,
    },
  )
  .map((all) => all.map(([id, notes, gmv]) => row(`c${id}`, `handle${id}`, notes ? `n${notes}` : null, gmv)));

describe("a run that is killed", () => {
  it("at any call, and any number of times, is made good by the next", () => {
    const kills = fc.array(fc.nat(20), { maxLength: 4 });
    const holds = fc.property(WANTED, WANTED, kills, fc.infiniteStream(fc.boolean()), (first, second, calls, picks) => {
      const sheets = empty();
      refresh(sheets, first);
      const edited = new Map<string, Cell>();
      for (const cells of sheets.tab.rows) {
        if (picks.next().value) cells[OWN] = `mine ${cells[0]}`;
        if (!picks.next().value) continue;
        cells[3] = `edit ${cells[0]}`;
        edited.set(String(cells[0]), cells[3]);
      }
      for (const most of calls) refresh(sheets, second, most);
      refresh(sheets, second);
      expectRight(sheets, second, edited);
      expect(refresh(sheets, second)).toBe(0);
    });
    fc.assert(holds, { numRuns: 500 });
  });
});

function expectRight({ tab, memory }: ModelSheets, wanted: SheetRow[], edited: Map<string, Cell>): void {
  const ids = tab.rows.map((cells) => String(cells[0]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(memory.map(([id]) => id).filter((id) => id !== "")).size).toBe(memoryOf({ tab, memory }).synced.size);
  for (const { id, cells } of wanted) {
    const here = tab.rows.find((each) => each[0] === id);
    expect([here?.[1], here?.[4]]).toEqual([cells[0], cells[2]]);
    expect(here?.[3] ?? null).toEqual(edited.get(id) ?? cells[1]);
  }
  for (const [id, value] of edited) expect(tab.rows.find((each) => each[0] === id)?.[3]).toBe(value);
  for (const cells of tab.rows) if (cells[OWN]) expect(cells[OWN]).toBe(`mine ${cells[0]}`);
  const left = ids.filter((id) => !wanted.some((each) => each.id === id));
  for (const id of left) {
    const here = tab.rows.find((each) => each[0] === id);
    expect(edited.has(id) || here?.[OWN]).toBeTruthy();
  }
}
