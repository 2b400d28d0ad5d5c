import type { KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import type { CreatorRow } from "../../core/lists/index.js";
import { whoOf } from "../creator-ref.js";
import { counted } from "../in-words.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { addOffer } from "./add-offer.js";
import { figuresOf, nameOf } from "./creator-rows.js";
import { button, cutTo, section, small } from "./parts.js";
import { inOneLine, messageText } from "./text.js";

/** Letters of what somebody typed that are said back. */
const MOST_SAID = 100;
/** Letters of a creator's line. */
const MOST_LINE = 300;

export type CountedIn = Pick<Brand, "_id" | "name" | "currency">;

/** Several creators that fit, the likeliest first, each with a button. */
export function severalCreators(
  who: string,
  { creators, total, more }: { creators: readonly CreatorRow[]; total: number; more?: true },
  brand: CountedIn,
): SlackMessage {
  const said = cutTo(inOneLine(who), MOST_SAID);
  const title = `${more ? "More than " : ""}${counted(total, "creator")} of ${brand.name} fit "${said}"`;
  const left = total - creators.length;
  const blocks: KnownBlock[] = [section(`${title}.`), ...creators.map((row) => choice(row, brand))];
  if (left > 0) blocks.push(small(`The likeliest ${creators.length} are shown. Type more to narrow it down.`));
  return { text: messageText(title), blocks };
}

/** A creator whom the brand that was asked does not work with, and brands that do. */
export interface Elsewhere {
  creator: CreatorRow;
  brands: readonly CountedIn[];
}

/** @param known.hint a command that was probably meant; `mayAdd`: whether the person may take somebody in by hand */
export function nobodyFound(
  who: string,
  nearest: readonly CreatorRow[],
  brand: CountedIn,
  { hint, elsewhere, mayAdd = false }: { hint?: string; elsewhere?: Elsewhere; mayAdd?: boolean } = {},
): SlackMessage {
  const said = cutTo(inOneLine(who), MOST_SAID);
  const title = `${brand.name} knows nobody as "${said}".`;
  const blocks: KnownBlock[] = [section(title)];
  if (hint !== undefined) blocks.push(section(`Did you mean ${cutTo(hint, MOST_LINE)} ?`, run(hint)));
  if (elsewhere !== undefined) blocks.push(...elsewhere.brands.slice(0, MOST_BRANDS).map(worksWith(elsewhere.creator)));
  if (nearest.length > 0) blocks.push(small("Spelt most like it:"), ...nearest.map((row) => choice(row, brand)));
  if (blocks.length === 1) {
    blocks.push(small("A handle, a link, an e-mail, a phone number or a name finds a creator. More: /creator help"));
  }
  if (mayAdd && hint === undefined) blocks.push(...addOffer(who, brand));
  return { text: messageText(hint === undefined ? title : `${title} Did you mean ${hint} ?`), blocks };
}

/** Brands that are named. */
const MOST_BRANDS = 5;

const worksWith =
  (creator: CreatorRow) =>
  ({ _id, name }: CountedIn): KnownBlock =>
    section(
      `${cutTo(name, MOST_SAID)} works with ${cutTo(inOneLine(nameOf(creator)), MOST_LINE)}.`,
      button("Open", { id: "open-creator", value: { who: whoOf(creator), brand: _id } }),
    );

/** Letters that a button can carry. */
const MOST_VALUE = 1_900;

const run = (command: string) =>
  command.length > MOST_VALUE
    ? undefined
    : button("Do that", { id: "try-command-meant", value: command.replace(/^\/creator /, "") });

const choice = (row: CreatorRow, { _id, currency }: CountedIn): KnownBlock =>
  section(
    cutTo(
      [inOneLine(nameOf(row)), figuresOf(row, currency).join("  ·  ")].map((line) => cutTo(line, MOST_LINE)).join("\n"),
      3_000,
    ),
    button("Open", { id: "open-creator", value: { who: whoOf(row), brand: _id } }),
  );
