import type { ActionsBlockElement, KnownBlock } from "@slack/types";
import type { Brand } from "../../core/brands/index.js";
import { type DroppedFile, type DropView, isImportable } from "../../core/drops/index.js";
import { actions, button, cutTo, MOST, option, plain } from "./parts.js";

/** Options that a select takes. */
const MOST_OPTIONS = 100;
/** Files with a button of their own: what else a message holds leaves room for no more. */
const MOST_OWN = 5;

/** What a person can do about a drop now. */
export function dropButtons(view: DropView): KnownBlock[] {
  const elements = elementsOf(view);
  return elements.length === 0 ? [] : [{ ...actions(...elements), block_id: `drop ${view.drop._id}` }];
}

function elementsOf(view: DropView): ActionsBlockElement[] {
  const { drop, brands } = view;
  const cancel = button("Cancel", { id: "drop-cancel", value: { drop: drop._id } });
  switch (drop.status) {
    case "asking":
      return [...brandSelect(view, brands.length), cancel];
    case "ready":
      return [...importButton(view, "Import"), ...choices(view), ...brandSelect(view, 2), cancel];
    case "failed":
      return [...importButton(view, "Try again"), cancel];
    case "done":
      return afterwards(view);
    default:
      return [];
  }
}

function importButton({ drop }: DropView, label: string): ActionsBlockElement[] {
  if (!drop.files.some(isImportable)) return [];
  return [button(label, { id: "drop-import", value: { drop: drop._id } }, { style: "primary" })];
}

/** For files that need a word from a person. */
function choices({ drop }: DropView): ActionsBlockElement[] {
  const value = (file: DroppedFile) => ({ drop: drop._id, file: file.id });
  const missing = drop.files.some(({ state }) => state.is === "missing");
  return [
    ...drop.files.flatMap((file, index): ActionsBlockElement[] => {
      const { state } = file;
      if (state.is === "unknown")
        return [button(`Map columns of ${file.name}`, { id: `drop-map-${index}`, value: value(file) })];
      if (state.is !== "several") return [];
      return state.between.map((as) =>
        button(`${file.name}: ${as}`, { id: `drop-source-${index}-${as}`, value: { ...value(file), as } }),
      );
    }),
  ]
    .slice(0, MOST_OWN)
    .concat(missing ? [button("Fetch again", { id: "drop-fetch", value: { drop: drop._id } })] : []);
}

/** @param least fewer brands are no choice */
function brandSelect({ brand, brands }: DropView, least: number): ActionsBlockElement[] {
  if (brands.length < least || brands.length === 0) return [];
  const offered = brands.slice(0, MOST_OPTIONS);
  const chosen = offered.find(({ _id }) => _id === brand?._id);
  return [
    {
      type: "static_select",
      action_id: "drop-brand",
      placeholder: plain("Choose brand", MOST.option),
      options: offered.map(brandOption),
      ...(chosen ? { initial_option: brandOption(chosen) } : {}),
    },
  ];
}

/** A hundred of them have to leave room for the files. */
const MOST_BRAND = 36;
const brandOption = ({ name, _id }: Brand) => option(cutTo(name, MOST_BRAND), _id);

/** What can be looked at, or taken back, once the files are taken in. */
function afterwards({ drop, imports }: DropView): ActionsBlockElement[] {
  const own = drop.files.flatMap(({ state }) => (state.is === "done" ? (imports.get(state.importId) ?? []) : []));
  const done = own.filter(({ status }) => status === "done");
  const sum = (of: (creators: { new: number; alternatives: number }) => number) =>
    done.reduce((total, { report }) => total + (report ? of(report.creators) : 0), 0);
  const value = { drop: drop._id };
  return [
    ...(sum((creators) => creators.new) > 0 ? [button("See the new creators", { id: "drop-new", value })] : []),
    ...(sum((creators) => creators.alternatives) > 0
      ? [button("Alternatives to look at", { id: "drop-alternatives", value })]
      : []),
    ...(done.some(({ foldedAt }) => !foldedAt) ? [button("Undo", { id: "drop-undo", value })] : []),
  ];
}
