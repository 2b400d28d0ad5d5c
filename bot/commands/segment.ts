import { canSomewhere } from "../../core/access/index.js";
import { allBrands } from "../../core/brands/index.js";
import { CrmError } from "../../core/errors/index.js";
import { suggest } from "../../core/query/index.js";
import {
  findSegment,
  listSegments,
  listSubscriptions,
  removeSegment,
  saveSegment,
  unsubscribe,
} from "../../core/segments/index.js";
import { segmentList } from "../blocks/segment-list.js";
import { openSaveSegment } from "../views/save-segment.js";
import { digestPlaceOf, placesOf, startDigest } from "./digest-place.js";
import { requireWords } from "./require-words.js";
import { readNameFirst, readWantedDigest, readWholeName } from "./segment-words.js";
import { showSegment } from "./show-segment.js";
import type { SubcommandListener } from "./subcommands.js";

/** `/creator segment save|list|show|subscribe|unsubscribe|remove`; without a word, the list. */
export const segment: SubcommandListener = async (heard, rest) => {
  const [word = "", ...others] = rest.trim().split(/\s+/);
  const asked = word.toLowerCase() || "list";
  const listener = Object.hasOwn(WORDS, asked) ? WORDS[asked] : undefined;
  if (listener) return listener(heard, rest.trim().slice(word.length).trim());
  const near = suggest(word, Object.keys(WORDS));
  const meant = near ? `Did you mean "segment ${near}"?` : `Expected one of: ${Object.keys(WORDS).join(", ")}.`;
  const look = others.length === 0 ? ` To look at a segment of that name: /creator segment show ${word}` : "";
  throw new CrmError("wrong-input", "a word after segment", {
    say: `"${word}" is not something /creator segment does. ${meant}${look}`,
  });
};

const list: SubcommandListener = async ({ bot: { db }, asked, respond, command }) => {
  const { actor } = asked;
  const [segments, subscriptions, brands] = await Promise.all([
    listSegments(db, { actor }),
    listSubscriptions(db, placesOf(command), { actor }),
    allBrands(db),
  ]);
  await respond({
    response_type: "ephemeral",
    text: `Segments: ${segments.map(({ name }) => name).join(", ") || "none yet"}`,
    blocks: segmentList({ segments, subscriptions, brands, maySave: canSomewhere(actor, "change") }),
  });
};

/** With a query it is saved at once; without, in the form. */
const save: SubcommandListener = async (heard, rest) => {
  const { bot, asked, respond, command } = heard;
  const { name, rest: query } = readNameFirst(rest);
  if (query === "") return openSaveSegment(heard, command.trigger_id, { name });
  const acting = { actor: asked.actor, now: bot.now() };
  const saved = await saveSegment(bot.db, { name, query, brand: asked.brand.slug }, acting);
  await showSegment(heard, saved, respond, placesOf(command), `Saved as "${saved.name}".`);
};

const show: SubcommandListener = async (heard, rest) => {
  requireName(rest, "show ghosts");
  const found = await findSegment(heard.bot.db, readWholeName(rest));
  await showSegment(heard, found, heard.respond, placesOf(heard.command));
};

const subscribeTo: SubcommandListener = async ({ bot, asked, client, respond, command }, rest) => {
  const { name, pace, here } = readWantedDigest(rest);
  requireName(name, "subscribe ghosts weekly");
  const place = digestPlaceOf(command, here);
  const say = await startDigest({ bot, asked, client }, { name, pace, ...place });
  await respond({ response_type: "ephemeral", text: say });
};

/** Ends the person's own digest, or with `here` the channel's. */
const unsubscribeFrom: SubcommandListener = async ({ bot, asked, respond, command }, rest) => {
  const { name, here } = readWantedDigest(rest);
  requireName(name, "unsubscribe ghosts");
  const { place } = digestPlaceOf(command, here);
  const ended = await unsubscribe(bot.db, name, place, asked);
  const whose = here ? "This channel gets" : "You get";
  await respond({ response_type: "ephemeral", text: `${whose} no more digests of "${ended.name}".` });
};

const remove: SubcommandListener = async ({ bot, asked, respond }, rest) => {
  requireName(rest, "remove ghosts");
  const removed = await removeSegment(bot.db, readWholeName(rest), { actor: asked.actor, now: bot.now() });
  await respond({ response_type: "ephemeral", text: `"${removed.name}" is removed, with its digests.` });
};

const requireName = (name: string, example: string): void =>
  requireWords(name, "the name of a segment", `/creator segment ${example}`);

const WORDS: Readonly<Record<string, SubcommandListener>> = {
  list,
  save,
  show,
  subscribe: subscribeTo,
  unsubscribe: unsubscribeFrom,
  remove,
};
