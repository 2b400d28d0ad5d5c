import { z } from "zod";
import { findSegment, PACES, removeSegment, unsubscribe } from "../../core/segments/index.js";
import { placeOf } from "../asked.js";
import { section } from "../blocks/parts.js";
import { segmentCard } from "../blocks/segment-card.js";
import { messageText } from "../blocks/text.js";
import { asCommand } from "../commands/as-command.js";
import { startDigest } from "../commands/digest-place.js";
import { readSegmentCard } from "../commands/show-segment.js";
import { SUBCOMMANDS } from "../commands/subcommands.js";
import { askedAbout } from "../creator-ref.js";
import type { ActionListener } from "../listen.js";
import { openSaveSegment } from "../views/save-segment.js";
import { answerPress } from "./answer-press.js";
import { pressedValue } from "./pressed.js";
import { showCreators } from "./show-creators.js";

const segmentId = z.string();

/** The card of a segment. */
export const showSegmentPressed: ActionListener = async (heard) => {
  const { bot, asked, body } = heard;
  const segment = await findSegment(bot.db, pressedValue(heard, segmentId));
  const places = [body.user.id, ...(body.channel ? [body.channel.id] : [])].map(placeOf);
  const blocks = segmentCard(await readSegmentCard({ bot, asked }, segment, places));
  await answerPress(heard, { title: "Segment", text: messageText(segment.name), blocks });
};

/** The list of those in it: where there is a channel as `find` shows it, else in a modal. */
export const findSegmentPressed: ActionListener = async (heard) => {
  const { name, list, query, brandId } = await findSegment(heard.bot.db, pressedValue(heard, segmentId));
  const asked = list === "creators" ? `segment:"${name}"` : query;
  const command = SUBCOMMANDS[list === "creators" ? "find" : list];
  if (heard.body.channel && command) {
    const about = await askedAbout(heard.bot, heard.asked, brandId);
    return command(asCommand({ ...heard, asked: about }, `find ${asked}`), asked);
  }
  if (list === "creators") return showCreators(heard, { title: name, query: asked, brandId });
  await answerPress(heard, {
    title: "Segment",
    text: messageText(name),
    blocks: [section(`To see these ${list}, type in a channel: /creator ${list} ${query}`)],
  });
};

const wantedDigest = z.object({ segment: z.string(), pace: z.enum(PACES) });

export const subscribeSegmentPressed: ActionListener = async (heard) => {
  const { segment: name, pace } = pressedValue(heard, wantedDigest);
  const mine = { place: placeOf(heard.body.user.id), isShared: false };
  const say = await startDigest(heard, { name, pace, ...mine });
  await answerPress(heard, { title: "Digest", text: messageText(say), blocks: [section(say)] });
};

const endedDigest = z.object({ segment: z.string(), place: z.string() });

export const unsubscribeSegmentPressed: ActionListener = async (heard) => {
  const { segment: id, place } = pressedValue(heard, endedDigest);
  const { name } = await unsubscribe(heard.bot.db, id, place, heard.asked);
  const whose = place === placeOf(heard.body.user.id) ? "You get" : "This channel gets";
  const say = `${whose} no more digests of "${name}".`;
  await answerPress(heard, { title: "Digest", text: messageText(say), blocks: [section(say)] });
};

export const removeSegmentPressed: ActionListener = async (heard) => {
  const { bot, asked } = heard;
  const { name } = await removeSegment(bot.db, pressedValue(heard, segmentId), { actor: asked.actor, now: bot.now() });
  const say = `"${name}" is removed, with its digests.`;
  await answerPress(heard, { title: "Segment", text: messageText(say), blocks: [section(say)] });
};

const draft = z.object({ segment: z.string().optional() });

/** The form, empty or with what the segment is now. */
export const openSaveSegmentPressed: ActionListener = async (heard) => {
  const { segment: id } = pressedValue(heard, draft);
  const { body } = heard;
  const over = body.view?.type === "modal" ? "modal" : "page";
  if (id === undefined) return openSaveSegment(heard, body.trigger_id, {}, over);
  const { _id, name, query, list, brandId } = await findSegment(heard.bot.db, id);
  await openSaveSegment(heard, body.trigger_id, { changing: _id, name, query, list, brandId }, over);
};
