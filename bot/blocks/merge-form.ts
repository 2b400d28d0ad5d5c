import type { ModalView } from "@slack/types";
import { form } from "./creator-forms.js";
import { plain } from "./parts.js";

/** Letters after which names are offered. */
const SHORTEST = 2;

/** With whom somebody is to be made one: found by typing. */
export const mergeForm = (who: string, carried: string): ModalView =>
  form("merge-with", "Merge", "Next", carried, [
    {
      type: "input",
      block_id: "other",
      label: plain(`Who is ${who} as well?`),
      hint: plain("Nothing is merged before you have seen both."),
      element: {
        type: "external_select",
        action_id: "merge-with",
        placeholder: plain("Handle, name, e-mail, phone or link"),
        min_query_length: SHORTEST,
      },
    },
  ]);
