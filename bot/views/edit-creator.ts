import type { ModalView } from "@slack/types";
import { z } from "zod";
import { conflictsIn, EDITABLE, editCreator, type FieldConflict, readFieldTexts } from "../../core/edits/index.js";
import { CrmError } from "../../core/errors/index.js";
import type { ViewAnswer } from "../answer-view.js";
import type { Asked } from "../asked.js";
import { conflictForm } from "../blocks/conflict-form.js";
import { EDIT_FIELDS, editForm } from "../blocks/edit-form.js";
import type { Bot } from "../bot.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { refreshCard } from "./card-place.js";
import { actingOf, carriedBy, type FormCarries, formCarries, openCreatorForm, readCarried } from "./creator-form.js";
import { seenIn, type Texts, typedIn } from "./edit-values.js";

export const editCreatorPressed: ActionListener = (heard) =>
  openCreatorForm(heard, async (carried, asked) => editFormOf(heard.bot, asked, carried));

export const editFormOf = async (bot: Bot, asked: Asked, carried: FormCarries): Promise<ModalView> =>
  editForm(carried.who, await readFieldTexts(bot.db, carried.who, actingOf(bot, asked)), carriedBy(carried));

/** Saves what was changed of the fields, all of it or nothing. What somebody else changed meanwhile is asked about. */
export const editCreatorSubmitted: ViewListener = async (heard) => {
  const { carried } = await readCarried(heard, heard.view.private_metadata);
  const seen = seenIn(heard.view.blocks);
  const typed = typedIn(heard.view.state);
  const changed = EDIT_FIELDS.filter(({ field }) => typed[field] !== undefined && typed[field] !== seen[field]);
  if (changed.length === 0) return undefined;
  const pick = (texts: Texts): Texts => Object.fromEntries(changed.map(({ field }) => [field, texts[field] ?? ""]));
  return save(heard, carried, pick(typed), pick(seen));
};

const texts = z.partialRecord(z.enum(EDITABLE), z.string());
const conflictCarries = formCarries.extend({
  wanted: texts,
  seen: texts,
});

/** Saves what the person chose to be right, and the other fields with it. */
export const editConflictSubmitted: ViewListener = async (heard) => {
  const { wanted, seen, ...carried } = conflictCarries.parse(JSON.parse(heard.view.private_metadata));
  const chosen = typedIn(heard.view.state);
  const mine = EDITABLE.filter((field) => wanted[field] !== undefined && chosen[field] !== "theirs");
  if (mine.length === 0) return undefined;
  const pick = (from: Texts): Texts => Object.fromEntries(mine.map((field) => [field, from[field] ?? ""]));
  return save(heard, carried, pick(wanted), pick(seen));
};

async function save(
  heard: Parameters<ViewListener>[0],
  carried: FormCarries,
  wanted: Texts,
  seen: Texts,
): Promise<ViewAnswer> {
  const { bot } = heard;
  const { asked, acting } = await readCarried(heard, carriedBy(carried));
  try {
    await editCreator(bot.db, carried.who, wanted, { ...acting, seen });
    return { close: true, after: () => refreshCard(heard, asked, carried) };
  } catch (error) {
    const conflicts = conflictsIn(error);
    if (conflicts.length > 0) return askAbout(conflicts, { ...carried, wanted, seen }, error);
    const field = error instanceof CrmError && error.code === "wrong-input" ? wrongFieldIn(error) : undefined;
    if (field && field in wanted && error instanceof CrmError) return { errors: { [field]: error.sayOn("slack") } };
    throw error;
  }
}

/** Letters that a view carries. */
const MOST_CARRIED = 3_000;

function askAbout(
  conflicts: readonly FieldConflict[],
  carried: z.infer<typeof conflictCarries>,
  error: unknown,
): ViewAnswer {
  const now = Object.fromEntries(conflicts.map(({ field, current }) => [field, current ?? ""]));
  const { who, brand, url, view, wanted } = carried;
  const metadata = JSON.stringify({ who, brand, url, view, wanted, seen: { ...carried.seen, ...now } });
  if (metadata.length > MOST_CARRIED) throw error;
  return { update: conflictForm(conflicts, metadata) };
}

/** Core names the field that a wrong value was for. */
const wrongFieldIn = ({ message }: CrmError): string | undefined => /^value for (\w+)$/.exec(message)?.[1];
