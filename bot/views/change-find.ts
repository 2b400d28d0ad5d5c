import { z } from "zod";
import { parseQuery, sortableFields } from "../../core/query/index.js";
import { pressedValue } from "../actions/pressed.js";
import { answer } from "../answer.js";
import { changeFindForm } from "../blocks/find-form.js";
import { foundMessage } from "../commands/find.js";
import { findQuestion } from "../find-question.js";
import type { ActionListener, ViewListener } from "../listen.js";
import { respondTo } from "../respond-to.js";

const carried = z.object({ list: findQuestion.shape.list, brand: z.string(), url: z.string() });

/** Opens the form that changes the query of a list, or its order. */
export const changeFindPressed: ActionListener = async (heard) => {
  const { body, client } = heard;
  const question = pressedValue(heard, findQuestion);
  const view = changeFindForm(question, { url: body.response_url });
  await client.views.open({ trigger_id: body.trigger_id, view });
};

const typed = z.object({
  query: z.object({ query: z.object({ value: z.string().nullish() }) }),
  sort: z.object({ sort: z.object({ selected_option: z.object({ value: z.string() }).nullish() }) }),
});

/** The list anew, in place of the one that the form was opened from. A mistake stands at the query. */
export const changeFindSubmitted: ViewListener = async (heard) => {
  const { list, brand, url } = carried.parse(JSON.parse(heard.view.private_metadata));
  const { query, sort } = typed.parse(heard.view.state.values);
  const text = withSort(query.query.value ?? "", sort.sort.selected_option?.value ?? "", list);
  const parsed = parseQuery(text, list);
  if (!parsed.ok) {
    const { reason, suggestion, position } = parsed.error;
    return {
      errors: { query: `At letter ${position + 1}: ${reason}.${suggestion ? ` Did you mean "${suggestion}"?` : ""}` },
    };
  }
  return {
    close: true,
    async after() {
      const message = await foundMessage(heard, { list, query: text, brand, before: 0 });
      await answer({ respond: respondTo(url) }, message, { replace: true });
    },
  };
};

/** The query with another order; `same` leaves what it says. */
function withSort(query: string, sort: string, list: z.infer<typeof carried>["list"]): string {
  const [name = "", direction = ""] = sort.split(" ");
  if (!sortableFields(list).some((field) => field.name === name)) return query;
  const parsed = parseQuery(query, list);
  const said = parsed.ok ? parsed.query.sort : undefined;
  const rest = said === undefined ? query : `${query.slice(0, said.start)}${query.slice(said.end)}`;
  return `${rest.trim()} sort:${name}${direction}`.trim();
}
