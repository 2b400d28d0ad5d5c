import type { Button, KnownBlock } from "@slack/types";
import { actions, button, confirm } from "./parts.js";

/** A handle after its `@` or in a link to a profile, or a word that has what words of a sentence have not. */
const HANDLE = /^(?:https?:\/\/(?:[\w-]+\.)*tiktok\.com\/(?=@))?(?:@|(?=[\w.]*[._\d]))([\w.]{2,24})(?:[/?#]\S*)?$/i;

/** A button that takes in by hand whom nobody has found; nothing where the words name no handle. */
export function addOffer(who: string, brand: { _id: string; name: string }): KnownBlock[] {
  const [, handle] = HANDLE.exec(who.trim()) ?? [];
  if (handle === undefined) return [];
  const called = `@${handle.toLowerCase()}`;
  return [actions(addButton(called, brand, `Add ${called}`))];
}

/** The button alone, for a row that says whom it is about. @param called `@handle` */
export function addButton(called: string, brand: { _id: string; name: string }, label = "Add"): Button {
  const ask = confirm("Add a creator?", `${called} is taken in by hand for ${brand.name}.`, "Add");
  return button(label, { id: "add-creator", value: { who: called, brand: brand._id } }, { confirm: ask });
}
