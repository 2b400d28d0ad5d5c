import { useLayoutEffect, useRef } from "preact/hooks";
import type { SheetColumn } from "../../../core/contract/index.js";
import { IconButton } from "../parts/icon-button.js";
import { Editable } from "./editable.js";
import { moveColumn } from "./move-column.js";

interface ChosenColumnsProps {
  all: readonly SheetColumn[];
  chosen: readonly string[];
  choose(columns: string[]): void;
}

/** The chosen columns in the tab's order. The focus goes along with the one that is moved. */
export function ChosenColumns({ all, chosen, choose }: ChosenColumnsProps) {
  const list = useRef<HTMLOListElement>(null);
  const moved = useRef<{ column: string; way: "up" | "down" }>();
  useLayoutEffect(() => {
    if (!moved.current) return;
    const row = list.current?.children[chosen.indexOf(moved.current.column)];
    const [up, down] = [...(row?.querySelectorAll("button") ?? [])];
    const [first, second] = moved.current.way === "up" ? [up, down] : [down, up];
    (first?.disabled ? second : first)?.focus();
    moved.current = undefined;
  }, [chosen]);
  if (chosen.length === 0) return <p class="note">None is chosen yet.</p>;
  const move = (column: string, way: "up" | "down") => {
    moved.current = { column, way };
    choose(moveColumn(chosen, column, way));
  };
  return (
    <ol class="chosen" aria-label="Columns of the tab, in order" ref={list}>
      {chosen.map((name, at) => {
        const column = all.find((each) => each.column === name);
        const header = column?.header ?? name;
        return (
          <li key={name}>
            <span class="chosen-name">
              {header}
              {column?.editable && <Editable />}
            </span>
            <IconButton icon="up" label={`Move ${header} up`} isDisabled={at === 0} onClick={() => move(name, "up")} />
            <IconButton
              icon="down"
              label={`Move ${header} down`}
              isDisabled={at === chosen.length - 1}
              onClick={() => move(name, "down")}
            />
            <IconButton
              icon="close"
              label={`Remove ${header}`}
              onClick={() => choose(chosen.filter((each) => each !== name))}
            />
          </li>
        );
      })}
    </ol>
  );
}
