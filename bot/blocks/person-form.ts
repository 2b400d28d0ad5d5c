import type { ModalView } from "@slack/types";
import { ALL_BRANDS, ROLES } from "../../core/access/index.js";
import type { Brand } from "../../core/brands/index.js";
import { MOST, option, plain } from "./parts.js";

/** Options that a select takes, one of them all brands. */
const MOST_BRANDS = 99;

/** Who is to have which role for which brand. */
export const personForm = (brands: readonly Brand[]): ModalView => ({
  type: "modal",
  callback_id: "add-person",
  title: plain("Add a person", MOST.title),
  submit: plain("Add"),
  close: plain("Cancel"),
  blocks: [
    {
      type: "input",
      block_id: "person",
      label: plain("Person"),
      element: { type: "users_select", action_id: "person", placeholder: plain("Choose somebody") },
    },
    {
      type: "input",
      block_id: "role",
      label: plain("Role"),
      hint: plain("A viewer sees contacts masked, an editor changes creators, an admin manages people and brands too."),
      element: {
        type: "static_select",
        action_id: "role",
        options: ROLES.map((role) => option(role, role)),
        initial_option: option("editor", "editor"),
      },
    },
    {
      type: "input",
      block_id: "brand",
      label: plain("For"),
      element: {
        type: "static_select",
        action_id: "brand",
        options: [option("all brands", ALL_BRANDS), ...brands.slice(0, MOST_BRANDS).map(brandOption)],
        initial_option: option("all brands", ALL_BRANDS),
      },
    },
  ],
});

const brandOption = ({ name, slug }: Brand) => option(name, slug);
