import type { KnownBlock, ModalView } from "@slack/types";
import type { CreatorDetail, SourceOfValue } from "../../core/lookup/index.js";
import { amount, day } from "../amounts.js";
import { counted } from "../in-words.js";
import { nameOfSource, windowOf } from "../source-words.js";
import { textOfValue } from "../value-text.js";
import type { Written } from "./creator-facts.js";
import { actions, button, cutTo, divider, header, plain, section, small } from "./parts.js";
import { gap, person, type RichLine, richLines, words } from "./rich.js";
import { inOneLine } from "./text.js";

/** The fields that are shown, in their order; those with `pick` have alternatives, those with `release` people set. */
const FIELDS: readonly { name: string; label: string; pick?: true; release?: true }[] = [
  { name: "email", label: "E-mail", pick: true, release: true },
  { name: "phone", label: "Phone", pick: true, release: true },
  { name: "name", label: "Name", pick: true, release: true },
  { name: "address", label: "Address", pick: true, release: true },
  { name: "badge", label: "Badge", release: true },
  { name: "followers", label: "Followers" },
  { name: "gmvCents", label: "GMV" },
  { name: "gmv30Cents", label: "GMV 30 days" },
  { name: "emvCents", label: "EMV" },
];

/** A modal has at most 100 blocks; the last ones say what is left out. */
const MOST_BLOCKS = 96;
/** Values of one field. */
const MOST_VALUES = 10;
/** Letters that a button may carry, a little less than Slack takes. */
const MOST_CARRIED = 1_950;

export interface SourcesFor {
  written: Written;
  mayChange: boolean;
  /** Names of files, by the ids of their imports. */
  files: ReadonlyMap<string, string>;
  /** Comes back with every press. */
  carried: string;
}

/** Where each value of a creator is from, with the values that other sources gave: to pick, or to follow again. */
export function creatorSources(who: string, { sources }: Pick<CreatorDetail, "sources">, of: SourcesFor): ModalView {
  const blocks = FIELDS.flatMap((field) => fieldBlocks(field, sources[field.name] ?? [], of));
  const shown = blocks.slice(0, MOST_BLOCKS);
  if (shown.length < blocks.length) shown.push(small("There are more values than fit here."));
  return {
    type: "modal",
    callback_id: "where-from",
    private_metadata: of.carried,
    title: plain("Where from", 24),
    close: plain("Close"),
    blocks: [section(who), ...(shown.length > 0 ? shown : [section("No source and no person gave a value yet.")])],
  };
}

function fieldBlocks(field: (typeof FIELDS)[number], values: readonly SourceOfValue[], of: SourcesFor): KnownBlock[] {
  if (values.length === 0) return [];
  const shown = values.slice(0, MOST_VALUES);
  const left = values.length - shown.length;
  const isSet = values.some(({ source, current }) => current && source === "person");
  return [
    divider,
    header(field.label),
    ...shown.flatMap((value) => valueBlocks(field, value, of)),
    ...(left > 0 ? [small(`And ${counted(left, "more value")}.`)] : []),
    ...(isSet && field.release && of.mayChange ? [releaseButton(field.name)] : []),
  ];
}

const releaseButton = (field: string): KnownBlock => ({
  ...actions(button("Follow the sources again", { id: "release-field", value: { field } })),
  block_id: `release-${field}`,
});

function valueBlocks({ name, pick }: (typeof FIELDS)[number], value: SourceOfValue, of: SourcesFor): KnownBlock[] {
  const text = name.endsWith("Cents") ? amountOf(value, of.written) : textOfValue(name, value.value);
  const press = pick && !value.current && of.mayChange ? pickButton(name, text) : undefined;
  return [
    section(`${value.current ? "✓ " : ""}${cutTo(inOneLine(text), 1_000)}`, press),
    ...richLines([originOf(value, of)]),
  ];
}

/** A value too long for a button can be set by "Edit". */
function pickButton(field: string, value: string) {
  const carried = { field, value };
  return JSON.stringify(carried).length > MOST_CARRIED
    ? undefined
    : button("Use this", { id: "pick-value", value: carried });
}

const amountOf = ({ value }: SourceOfValue, { currency }: Written): string =>
  typeof value === "number" ? (amount(value, currency) ?? "") : String(value);

/** `euka, euka.csv line 2, 2026-02-01, lifetime, 2 imports agree`. */
function originOf(value: SourceOfValue, { written, files }: SourcesFor): RichLine {
  const { source, importId, line, at, by, support, asOf, brand } = value;
  const file = importId === undefined ? undefined : (files.get(importId) ?? `import ${importId}`);
  const facts = [
    by === undefined ? nameOfSource(source) : undefined,
    file && cutTo(`${file}${line === undefined ? "" : ` line ${line}`}`, 200),
    day(at, written.zone),
    windowOf(value),
    asOf && `as of ${asOf}`,
    brand && `of ${brand}`,
    support > 1 ? `${support} imports agree` : undefined,
  ].filter(Boolean);
  const setBy = by === undefined ? [] : [gap("set by "), person(by), gap(facts.length > 0 ? ", " : "")];
  return [...setBy, words(facts.join(", "), { italic: true })];
}
