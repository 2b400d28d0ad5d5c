import type { InputBlock, ModalView } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import { LISTS, type ListName } from "../../core/query/index.js";
import type { Segment } from "../../core/segments/index.js";
import { textInput } from "./creator-forms.js";
import { actions, button, MOST, option, plain, section, small } from "./parts.js";

export interface SegmentForm {
  name?: string;
  query?: string;
  list?: ListName;
  brandId?: string;
  /** Those that the person may save segments for; at least one. */
  brands: readonly Brand[];
  /** Id of the segment that is changed; absent for a new one. */
  changing?: string;
}

const MOST_OPTIONS = 100;

/** The form that saves a query under a name. */
export function segmentForm({ name, query, list = "creators", brandId, brands, changing }: SegmentForm): ModalView {
  return {
    type: "modal",
    callback_id: "save-segment",
    private_metadata: JSON.stringify(changing === undefined ? {} : { changing }),
    title: plain(changing === undefined ? "New segment" : "Change segment", MOST.title),
    submit: plain("Save"),
    close: plain("Cancel"),
    blocks: [
      textInput("name", "Name", { initial: name, hint: "What others type after segment:", most: 60, optional: false }),
      textInput("query", "Query", {
        initial: query,
        hint: "Such as: gmv30:>5k sampled:<30d videos:0",
        optional: false,
      }),
      listInput(list),
      ...brandInput(brands, brandId),
    ],
  };
}

function listInput(list: ListName): InputBlock {
  return {
    type: "input",
    block_id: "list",
    label: plain("A list of"),
    element: {
      type: "static_select",
      action_id: "list",
      options: LISTS.map((name) => option(name, name)),
      initial_option: option(list, list),
    },
  };
}

/** Nothing to choose where there is one brand. */
function brandInput(brands: readonly Brand[], brandId: string | undefined): InputBlock[] {
  const offered = brands.slice(0, MOST_OPTIONS);
  const chosen = offered.find(({ _id }) => _id === brandId) ?? offered[0];
  if (chosen === undefined || brands.length < 2) return [];
  return [
    {
      type: "input",
      block_id: "brand",
      label: plain("Whose creators are counted for digests"),
      element: {
        type: "static_select",
        action_id: "brand",
        options: offered.map(({ slug, name }) => option(name, slug)),
        initial_option: option(chosen.name, chosen.slug),
      },
    },
  ];
}

/** While who is in it is looked at. */
export const segmentSaving = (name: string): ModalView => ({
  type: "modal",
  title: plain("Saving", MOST.title),
  blocks: [section(`Saving ${name} and looking who is in it…`)],
});

export const segmentSaved = ({ _id, name, list }: Segment, members?: string): ModalView => ({
  type: "modal",
  title: plain("Saved", MOST.title),
  close: plain("Done"),
  blocks: [
    section(`${name} is saved${members === undefined ? "" : `: ${members}`}.`),
    small(`It works in every query now: segment:${/\s/.test(name) ? `"${name}"` : name}`),
    ...(list === "creators"
      ? [
          actions(
            button("Tell me daily", { id: "subscribe-segment-daily", value: { segment: _id, pace: "daily" } }),
            button("Tell me weekly", { id: "subscribe-segment-weekly", value: { segment: _id, pace: "weekly" } }),
          ),
        ]
      : []),
  ],
});
