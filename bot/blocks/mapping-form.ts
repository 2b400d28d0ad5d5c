import type { InputBlock, ModalView } from "@slack/types";
import type { DroppedColumn } from "../../core/drops/index.js";
import { COLUMN_FIELDS, type ColumnField } from "../../core/imports/index.js";
import { cutTo, MOST, option, plain, section, small } from "./parts.js";
import { inOneLine } from "./text.js";

/** Columns that a form asks about: each carries every field, and Slack refuses a view beyond 250 KB. */
const MOST_MAPPED = 35;

export interface MappingForm {
  drop: string;
  file: { id: string; name: string };
  columns: readonly DroppedColumn[];
}

/** Asks what the columns of an unknown table hold, with values from it and a guess for each. */
export function mappingForm({ drop, file, columns }: MappingForm): ModalView {
  const asked = askedColumns(columns);
  const left = columns.length - asked.length;
  return {
    type: "modal",
    callback_id: "map-columns",
    private_metadata: JSON.stringify({ drop, file: file.id }),
    title: plain("Map columns", MOST.title),
    submit: plain("Read it so"),
    close: plain("Cancel"),
    blocks: [
      section(
        `What do the columns of ${cutTo(inOneLine(file.name), 200)} hold? One has to say whose row it is: handle or TikTok user id.`,
      ),
      nameInput(file.name),
      ...asked.map(({ column, index }) => columnInput(column, index)),
      ...(left > 0 ? [small(`${left} more columns stay unread.`)] : []),
    ],
  };
}

/** Guessed columns first, then those with values, each with its place in the table. */
function askedColumns(columns: readonly DroppedColumn[]): { column: DroppedColumn; index: number }[] {
  const weight = ({ guess, samples }: DroppedColumn) => (guess ? 2 : 0) + (samples.length > 0 ? 1 : 0);
  return columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => column.header.trim() !== "")
    .sort((a, b) => weight(b.column) - weight(a.column))
    .slice(0, MOST_MAPPED)
    .sort((a, b) => a.index - b.index);
}

function nameInput(fileName: string): InputBlock {
  const stem = fileName
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N} ._-]+/gu, " ")
    .trim();
  const initial_value = stem.replace(/^[^\p{L}\p{N}]+/u, "").slice(0, 40) || "our list";
  return {
    type: "input",
    block_id: "name",
    label: plain("Keep this mapping as"),
    hint: plain("Tables with these headers are known from now on."),
    element: { type: "plain_text_input", action_id: "name", initial_value, max_length: 40 },
  };
}

function columnInput({ header, samples, guess }: DroppedColumn, index: number): InputBlock {
  const guessed = FIELD_OPTIONS.find(({ value }) => value === guess);
  const shown = samples.length > 0 ? `Such as: ${samples.map(inOneLine).join("  |  ")}` : "No values in the first rows";
  return {
    type: "input",
    block_id: `column-${index}`,
    optional: true,
    label: plain(cutTo(inOneLine(header), 150)),
    hint: plain(shown, 300),
    element: {
      type: "static_select",
      action_id: "field",
      placeholder: plain("Not read"),
      options: FIELD_OPTIONS,
      ...(guessed ? { initial_option: guessed } : {}),
    },
  };
}

/** `firstName` as "first name". */
const inWords = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const OWN_WORDS: Partial<Record<ColumnField, string>> = {
  tiktokUserId: "TikTok user id",
  fullAddress: "whole address in one cell",
  recipient: "whole name in one cell",
  gmv: "GMV",
  emv: "EMV",
  skuId: "SKU id",
  sellerSku: "seller SKU",
  ctr: "CTR",
  zip: "ZIP",
};

const FIELD_OPTIONS = Object.keys(COLUMN_FIELDS).map((field) =>
  option(OWN_WORDS[field as ColumnField] ?? inWords(field), field),
);
