import type { KnownBlock, ModalView } from "@slack/types";
import { MOST, plain, small } from "./parts.js";

/** Letters after which names are offered. */
const SHORTEST = 2;

/** What a view that finds creators remembers: the brand that is meant. */
export interface FindCreatorMemory {
  brand: string;
}

/** A search box with names that are offered while typing, and below it who was chosen. */
export const findCreatorView = (memory: FindCreatorMemory, found: readonly KnownBlock[] = []): ModalView => ({
  type: "modal",
  callback_id: "find-creator",
  private_metadata: JSON.stringify(memory),
  title: plain("Find a creator", MOST.title),
  close: plain("Close"),
  blocks: [
    {
      type: "actions",
      block_id: "who",
      elements: [
        {
          type: "external_select",
          action_id: "choose-creator",
          placeholder: plain("Handle, name, e-mail, phone or link"),
          min_query_length: SHORTEST,
        },
      ],
    },
    ...(found.length > 0 ? found : [small("Type two letters or more, and choose.")]),
  ],
});
