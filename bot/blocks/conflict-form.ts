import type { KnownBlock, ModalView, PlainTextOption } from "@slack/types";
import type { FieldConflict } from "../../core/edits/index.js";
import { EDIT_FIELDS } from "./edit-form.js";
import { option, plain, section } from "./parts.js";
import { gap, person, richLines, words } from "./rich.js";

type Choice = "mine" | "theirs";

/** Fields that somebody else changed meanwhile: both values stand there, and the person chooses. */
export function conflictForm(conflicts: readonly FieldConflict[], carried: string): ModalView {
  return {
    type: "modal",
    callback_id: "edit-conflict",
    private_metadata: carried,
    title: plain("Changed meanwhile", 24),
    submit: plain("Save", 24),
    close: plain("Cancel"),
    blocks: [
      section("Somebody else was first. Nothing is saved yet: choose for each field."),
      ...conflicts.flatMap(conflictBlocks),
    ],
  };
}

function conflictBlocks({ field, current, wanted, by }: FieldConflict): KnownBlock[] {
  const whose = by === undefined ? [words("It is now")] : [person(by), gap(" wrote")];
  const options: [PlainTextOption, PlainTextOption] = [
    option("Keep what is there", "theirs" satisfies Choice),
    option("Save mine", "mine" satisfies Choice),
  ];
  const label = EDIT_FIELDS.find((each) => each.field === field)?.label ?? field;
  return [
    ...richLines([
      [words(label, { bold: true })],
      [...whose, gap(":  "), shown(current)],
      [gap("You wrote:  "), shown(wanted)],
    ]),
    {
      type: "input",
      block_id: field,
      label: plain(label),
      element: { type: "radio_buttons", action_id: field, options, initial_option: options[0] },
    },
  ];
}

const shown = (text: string | null) => (text ? words(text, undefined, 1_000) : words("nothing", { italic: true }));
