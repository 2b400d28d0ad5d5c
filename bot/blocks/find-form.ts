import type { ModalView } from "@slack/types";
import { type ListName, parseQuery, sortableFields } from "../../core/query/index.js";
import type { FindQuestion } from "../find-question.js";
import { option, plain } from "./parts.js";

/** What one input of Slack holds. */
const MOST_TYPED = 3_000;

/** @param carried where the answer goes */
export function changeFindForm({ list, query, brand }: FindQuestion, { url }: { url: string }): ModalView {
  const options = orders(list, query);
  return {
    type: "modal",
    callback_id: "change-find",
    private_metadata: JSON.stringify({ list, brand, url }),
    title: plain("Sort or change"),
    submit: plain("Find"),
    close: plain("Cancel"),
    blocks: [
      {
        type: "input",
        block_id: "sort",
        label: plain("Order"),
        element: {
          type: "static_select",
          action_id: "sort",
          options,
          ...(options[0] ? { initial_option: options[0] } : {}),
        },
      },
      {
        type: "input",
        block_id: "query",
        optional: true,
        label: plain("Query"),
        hint: plain("Such as gmv30:>5k sampled:<30d -status:blocked. Empty finds everything."),
        element: {
          type: "plain_text_input",
          action_id: "query",
          multiline: true,
          max_length: MOST_TYPED,
          initial_value: query.slice(0, MOST_TYPED),
        },
      },
    ],
  };
}

/** Every order there is, the present one first. */
function orders(list: ListName, query: string) {
  const parsed = parseQuery(query, list);
  const now = parsed.ok && parsed.query.sort ? "As the query says" : "The usual one";
  return [
    option(now, "same"),
    ...sortableFields(list).flatMap(({ name, label, format }) => [
      option(`${label}, ${format === "text" ? "a to z" : format === "date" ? "newest first" : "largest first"}`, name),
      option(
        `${label}, ${format === "text" ? "z to a" : format === "date" ? "oldest first" : "smallest first"}`,
        `${name} ${format === "text" ? "-desc" : "-asc"}`,
      ),
    ]),
  ];
}
