import {
  type Cell,
  type CellEdit,
  type EditOutcome,
  type EditsAnswer,
  type EditsRequest,
  MOST_EDITS,
} from "../../core/contract/index.js";
import { ask } from "./api.js";
import type { ConflictPick, EditsPreview, EditsSent } from "./calls.js";
import { describeEdits } from "./describe-edits.js";
import { planEdits, type SettledEdits, settleEdits } from "./edits.js";
import { alone } from "./lock.js";
import { idsAreLost } from "./lost-ids.js";
import type { Memory } from "./memory.js";
import { writeNotes } from "./notes.js";
import { idsDamaged, type OpenTab, openTab, readAgain } from "./open-tab.js";
import { chunksOf } from "./ranges.js";
import { stepsOf } from "./steps.js";
import type { SyncPlan } from "./sync.js";
import { editableOf, type SyncedRow, sameCell } from "./tab.js";
import { takeSteps } from "./write-sheet.js";

export function previewEdits({ sheetId }: { sheetId: number }): EditsPreview {
  const open = openTab(sheetId);
  const edits = unsent(open);
  return { changes: describeEdits(open, edits, sendAll(open, edits, { dryRun: true })) };
}

/** @throws AddonError `ids-damaged`: changes would go to the wrong creators */
function unsent({ tab, memory, columns }: OpenTab): CellEdit[] {
  const editable = editableOf(columns);
  if (idsAreLost(tab, memory.synced, editable)) throw idsDamaged();
  return planEdits(tab, memory.synced, editable);
}

function sendAll({ bound }: OpenTab, edits: readonly CellEdit[], { dryRun }: { dryRun: boolean }): EditOutcome[] {
  const { brand } = bound.settings;
  return chunksOf(edits, MOST_EDITS).flatMap((chunk) => {
    const body: EditsRequest = { brand, edits: chunk, dryRun };
    return ask<EditsAnswer>("/sheets/edits", { body }).edits;
  });
}

export function sendEdits({ sheetId, picks }: { sheetId: number; picks: readonly ConflictPick[] }): EditsSent {
  return alone(() => {
    const open = openTab(sheetId);
    const sent = unsent(open);
    const outcomes = settlePicks(open, { sent, outcomes: sendAll(open, sent, { dryRun: false }) }, picks);
    // People may have sorted while the edits were on their way.
    readAgain(open);
    write(open, settleEdits(open.tab, open.memory.synced, { sent, outcomes }));
    return countOutcomes(outcomes);
  });
}

interface Tried {
  sent: readonly CellEdit[];
  outcomes: readonly EditOutcome[];
}

type Conflict = Extract<EditOutcome, { outcome: "conflict" }>;

/** Conflicts become what the person picked, where Roster still has the value that they saw. */
function settlePicks(open: OpenTab, { sent, outcomes }: Tried, picks: readonly ConflictPick[]): EditOutcome[] {
  const picked = new Map(picks.map((pick) => [`${pick.id} ${pick.column}`, pick]));
  const overruled = new Map<EditOutcome, CellEdit>();
  const settled = outcomes.map((outcome, index): EditOutcome => {
    const pick = outcome.outcome === "conflict" ? picked.get(`${outcome.id} ${outcome.column}`) : undefined;
    const edit = sent[index];
    if (outcome.outcome !== "conflict" || !edit || !pick || !holdsSeen(outcome, pick)) return outcome;
    const { id, column, roster } = outcome;
    if (pick.keep === "roster") return { id, column, outcome: "refresh", roster };
    overruled.set(outcome, { ...edit, synced: roster });
    return outcome;
  });
  const again = sendAll(open, [...overruled.values()], { dryRun: false });
  const became = new Map([...overruled.keys()].map((outcome, index) => [outcome, again[index] ?? outcome]));
  return settled.map((outcome) => became.get(outcome) ?? outcome);
}

const holdsSeen = ({ roster }: Conflict, { saw }: ConflictPick): boolean => saw === undefined || sameCell(saw, roster);

function write(open: OpenTab, { write, notes, remember }: SettledEdits): void {
  const nothing = { append: [], grey: [], ungrey: [], remove: [], conflicts: [] };
  const plan: SyncPlan = { ...nothing, write, remember: withValues(open.memory, remember) };
  takeSteps(stepsOf(plan, open.memory), open);
  writeNotes(open.sheet, notes);
}

function withValues({ synced }: Memory, agreed: SettledEdits["remember"]): Map<string, SyncedRow> {
  const rows = new Map<string, SyncedRow>();
  for (const { id, column, value } of agreed) {
    const row = rows.get(id) ?? synced.get(id);
    if (row) rows.set(id, { ...row, cells: { ...row.cells, [column]: value } satisfies Record<string, Cell> });
  }
  return rows;
}

function countOutcomes(outcomes: readonly EditOutcome[]): EditsSent {
  const count = (...kinds: EditOutcome["outcome"][]) =>
    outcomes.filter(({ outcome }) => kinds.includes(outcome)).length;
  return {
    sent: count("sent", "same"),
    refreshed: count("refresh"),
    invalid: count("invalid"),
    conflicts: count("conflict"),
  };
}
