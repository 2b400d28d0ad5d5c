import type { InputBlock, KnownBlock, ModalView } from "@slack/types";
import type { Editable, FieldTexts } from "../../core/edits/index.js";
import { textInput } from "./creator-forms.js";
import { option, plain, section } from "./parts.js";

/** The fields of the form, in their order; those with `among` are chosen from a menu. */
export const EDIT_FIELDS = [
  { field: "email", label: "E-mail" },
  { field: "phone", label: "Phone" },
  { field: "firstName", label: "First name" },
  { field: "lastName", label: "Last name" },
  { field: "line1", label: "Address, line 1" },
  { field: "line2", label: "Address, line 2" },
  { field: "city", label: "City" },
  { field: "state", label: "State" },
  { field: "zip", label: "ZIP" },
  { field: "country", label: "Country" },
  {
    field: "badge",
    label: "Badge",
    among: ["bronze", "silver", "gold", "platinum", "ruby", "emerald", "sapphire", "diamond"],
  },
  { field: "status", label: "Status", among: ["active", "inactive", "blocked"] },
  { field: "whitelisted", label: "Whitelisted", among: ["yes", "no"] },
] as const satisfies readonly { field: Editable; label: string; among?: readonly string[] }[];

/** Stands for no value in a menu. */
export const NONE = "none";

/** Everything of a creator that a person may set, as it is now. */
export function editForm(who: string, texts: FieldTexts, carried: string): ModalView {
  return {
    type: "modal",
    callback_id: "edit-creator",
    private_metadata: carried,
    title: plain("Edit a creator", 24),
    submit: plain("Save", 24),
    close: plain("Cancel"),
    blocks: [
      section(`${who}. What you set stays, whatever imports say; an empty field is cleared.`),
      ...EDIT_FIELDS.map((each) => fieldInput(each, texts[each.field] ?? "")),
    ],
  };
}

function fieldInput(each: (typeof EDIT_FIELDS)[number], text: string): KnownBlock {
  const { field, label } = each;
  return "among" in each ? menuInput(field, label, each.among, text) : textInput(field, label, { initial: text });
}

function menuInput(field: string, label: string, among: readonly string[], text: string): InputBlock {
  const options = [...(field === "badge" ? [option("none", NONE)] : []), ...among.map((value) => option(value, value))];
  const initial = options.find(({ value }) => value === (text || NONE));
  return {
    type: "input",
    block_id: field,
    optional: true,
    label: plain(label),
    element: { type: "static_select", action_id: field, options, ...(initial ? { initial_option: initial } : {}) },
  };
}
