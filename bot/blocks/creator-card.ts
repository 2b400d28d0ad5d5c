import type { KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import type { CreatorDetail } from "../../core/lookup/index.js";
import { type CreatorRef, whoOf } from "../creator-ref.js";
import type { SlackMessage } from "../send-with-fallback.js";
import { fullNameOf } from "../value-text.js";
import { cardButtons, sharedButtons } from "./creator-buttons.js";
import { calledOf, contactLines, figureLines, identityLines, type Written } from "./creator-facts.js";
import { peopleLines } from "./creator-people.js";
import { brandLines, sampleLines, videoLines } from "./creator-recent.js";
import { header, section, small } from "./parts.js";
import { richLines, words } from "./rich.js";
import { inOneLine, messageText } from "./text.js";

/** Who looks at a card. */
export interface CardFor {
  brand: Pick<Brand, "_id" | "name" | "currency" | "zone">;
  /** Whether they may change the creator. */
  mayChange: boolean;
}

/** Everything worth knowing of a creator at one look, for one person. */
export function creatorCard(creator: CreatorDetail, { brand, mayChange }: CardFor): SlackMessage {
  const ref: CreatorRef = { who: whoOf(creator), brand: brand._id };
  const blocks = [
    heading(creator),
    ...richLines(identityLines(creator, brand)),
    ...figures(creator, brand),
    ...richLines(contactLines(creator)),
    ...richLines(peopleLines(creator, brand)),
    ...recent(creator, brand),
    ...alternatives(creator),
    ...cardButtons(creator, ref, mayChange),
  ];
  return { text: inShort(creator), blocks };
}

/** The card as everybody in a channel may see it, of its brand alone: without contacts and notes, whoever looks. */
export function sharedCard(creator: CreatorDetail, { brand }: Pick<CardFor, "brand">, by: string): SlackMessage {
  const ref: CreatorRef = { who: whoOf(creator), brand: brand._id };
  const blocks = [
    heading(creator),
    ...richLines(identityLines(creator, brand)),
    ...figures(creator, brand),
    ...richLines(creator.tags.length === 0 ? [] : [[words(`Tags: ${creator.tags.join(", ")}`)]]),
    ...richLines(sampleLines(creator, brand)),
    ...richLines(videoLines(creator, brand)),
    small(`Shared by ${by}, without contacts and notes.`),
    ...sharedButtons(ref),
  ];
  return { text: inShort(creator), blocks };
}

function heading(creator: CreatorDetail): KnownBlock {
  const name = fullNameOf(creator);
  return header(inOneLine(name === undefined ? calledOf(creator) : `${calledOf(creator)}  ${name}`));
}

function figures(creator: CreatorDetail, brand: Written): KnownBlock[] {
  const blocks = richLines(figureLines(creator, brand));
  return blocks.length > 0 ? blocks : [section("No figures are known.")];
}

const recent = (creator: CreatorDetail, brand: Written): KnownBlock[] => [
  ...richLines(brandLines(creator)),
  ...richLines(sampleLines(creator, brand)),
  ...richLines(videoLines(creator, brand)),
];

function alternatives({ alternatives: count }: CreatorDetail): KnownBlock[] {
  if (count === 0) return [];
  const values = count === 1 ? "1 value of another source waits" : `${count} values of other sources wait`;
  return [small(`${values} to be looked at: "Where from".`)];
}

function inShort(creator: CreatorDetail): string {
  const facts = [calledOf(creator), fullNameOf(creator), creator.badge, creator.status];
  return messageText(facts.filter(Boolean).join(", "));
}
