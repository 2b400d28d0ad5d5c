import type { Button, KnownBlock } from "@slack/types";
import type { Pace, Segment, Subscription } from "../../core/segments/index.js";
import { actions, button, confirm, header, section } from "./parts.js";
import { gap, person, richLines, words } from "./rich.js";

export interface ShownSegment {
  segment: Segment;
  brand: string;
  /** Of lists of creators: how many are in it. */
  members?: { count: number; more: boolean };
  /** Of this segment: those of the channel and of the person who looks. */
  subscriptions: readonly Subscription[];
  /** Whether the person may change this segment. */
  mayChange: boolean;
}

/** One segment: what it asks, how many are in it, and what can be done with it. */
export function segmentCard({ segment, brand, members, subscriptions, mayChange }: ShownSegment): KnownBlock[] {
  const { _id, name, query, list, owner } = segment;
  const size = members ? sizeOf(members, list) : list;
  return [
    header(name),
    section(query === "" ? "everything" : query),
    ...richLines([
      [words(`${brand}  ·  ${size}  ·  saved by`), gap(" "), person(owner), gap(subscriptions.map(told).join(""))],
    ]),
    actions(
      button("Find them", { id: "find-segment", value: _id }, { style: "primary" }),
      ...(list === "creators" ? digestButtons(segment, subscriptions) : []),
      ...(mayChange ? changeButtons(segment) : []),
    ),
  ];
}

const sizeOf = ({ count, more }: { count: number; more: boolean }, list: Segment["list"]): string =>
  `${count.toLocaleString("en-US")}${more ? "+" : ""} ${count === 1 ? list.slice(0, -1) : list}`;

const told = ({ pace, reader }: Subscription): string =>
  `  ·  ${pace} digest ${reader === undefined ? "in this channel" : "to you"}`;

function digestButtons({ _id, name }: Segment, subscriptions: readonly Subscription[]): Button[] {
  const mine = subscriptions.find(({ reader }) => reader !== undefined);
  const others = (["daily", "weekly"] as const).filter((pace) => pace !== mine?.pace);
  return [
    ...others.map((pace) => subscribeButton(_id, pace)),
    ...subscriptions.map(({ place, reader }) =>
      button(
        reader === undefined ? "End the channel's digest" : "End my digest",
        { id: `unsubscribe-segment${reader === undefined ? "-channel" : ""}`, value: { segment: _id, place } },
        {
          confirm: confirm("End this digest?", `Nobody is told any more here who enters and leaves ${name}.`, "End it"),
        },
      ),
    ),
  ];
}

/** Two buttons of one block cannot have one action id. */
const subscribeButton = (segment: string, pace: Pace): Button =>
  button(pace === "daily" ? "Daily digest" : "Weekly digest", {
    id: `subscribe-segment-${pace}`,
    value: { segment, pace },
  });

const changeButtons = ({ _id, name }: Segment): Button[] => [
  button("Edit", { id: "open-save-segment", value: { segment: _id } }),
  button(
    "Remove",
    { id: "remove-segment", value: _id },
    {
      style: "danger",
      confirm: confirm(
        "Remove this segment?",
        `${name} and its digests end; the creators in it stay as they are.`,
        "Remove",
      ),
    },
  ),
];
