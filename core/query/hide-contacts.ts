import type { Expression, TextValue } from "./ast.js";
import type { ListName } from "./field.js";
import { findField, LISTS } from "./fields.js";
import { parseQuery } from "./parse-query.js";

const HIDDEN = "…";
/** A word that is an e-mail address, or digits enough for a phone number. */
const IS_CONTACT = /@.*\.|(\d\D?){7}/;

/**
 * A query as those may read it who see contacts masked: `email:mia@example.com tag:vip` as `email:… tag:vip`. What is
 * no query is hidden whole.
 */
export function hideContacts(text: string): string {
  for (const list of LISTS) {
    const parsed = parseQuery(text, list);
    if (!parsed.ok) continue;
    const hidden = parsed.query.where ? contactsIn(parsed.query.where, list) : [];
    return hidden.reduceRight((left, { start, end }) => left.slice(0, start) + HIDDEN + left.slice(end), text);
  }
  return HIDDEN;
}

/** Values of contact fields and words that are contacts, in the order of the text. */
function contactsIn(expression: Expression, list: ListName): TextValue[] {
  switch (expression.kind) {
    case "and":
    case "or":
      return expression.of.flatMap((part) => contactsIn(part, list));
    case "not":
      return contactsIn(expression.of, list);
    case "by":
      return contactsIn(expression.where, "creators");
    case "words":
      return expression.values.filter((value) => IS_CONTACT.test(value.text));
    case "text": {
      const field = findField(list, expression.field);
      return field?.kind === "text" && field.contact ? expression.values : [];
    }
    default:
      return [];
  }
}
