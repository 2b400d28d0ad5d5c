import type { KnownBlock, StaticSelect } from "@slack/types";
import type { CreatorDetail } from "../../core/lookup/index.js";
import type { CreatorRef } from "../creator-ref.js";
import { actions, button, option, plain } from "./parts.js";

/** How a brand may stand with a creator. */
const STATUSES = ["active", "inactive", "blocked"] as const;

/** What can be done with a creator from its card, by those who may. */
export function cardButtons(creator: CreatorDetail, ref: CreatorRef, mayChange: boolean): KnownBlock[] {
  const look = [
    button("Where from", { id: "where-from", value: ref }),
    button("Share", { id: "share-creator", value: ref }),
  ];
  if (!mayChange) return [actions(...look)];
  const whitelist = creator.whitelisted ? "Take off the whitelist" : "Whitelist";
  return [
    actions(
      button("Edit", { id: "edit-creator", value: ref }),
      button("Tag", { id: "tag-creator", value: ref }),
      button("Note", { id: "note-creator", value: ref }),
      button("Log a TikTok DM", { id: "log-dm", value: ref }),
      ...look,
    ),
    actions(
      statusMenu(creator.status, ref),
      button(whitelist, { id: "whitelist-creator", value: { ...ref, to: !creator.whitelisted } }),
      button("Merge with…", { id: "merge-creator", value: ref }),
    ),
  ];
}

/** The buttons of a card in a view: there is no channel that it could be shared in. */
export const withoutShare = (blocks: readonly KnownBlock[]): KnownBlock[] =>
  blocks.map((block) =>
    block.type === "actions"
      ? { ...block, elements: block.elements.filter(({ action_id }) => action_id !== "share-creator") }
      : block,
  );

/** What an option of a menu may carry: 150 letters. */
const statusValue = (status: string, { who, brand }: CreatorRef): string => `${status} ${brand} ${who}`;

/** Takes apart what `statusMenu` put together; nothing for what it did not. */
export function readStatusChosen(value: string): (CreatorRef & { status: string }) | undefined {
  const [, status, brand, who] = /^(\S+) (\S+) (\S+)$/.exec(value) ?? [];
  return status && brand && who ? { status, brand, who } : undefined;
}

function statusMenu(current: string, ref: CreatorRef): StaticSelect {
  const options = STATUSES.map((status) => option(`Status: ${status}`, statusValue(status, ref)));
  const initial = options.find((_, at) => STATUSES[at] === current);
  return {
    type: "static_select",
    action_id: "set-status",
    placeholder: plain("Status"),
    options,
    ...(initial ? { initial_option: initial } : {}),
  };
}

/** Below a card in a channel: each opens it as they may see it. */
export const sharedButtons = (ref: CreatorRef): KnownBlock[] => [
  actions(button("Open", { id: "open-creator", value: ref })),
];
