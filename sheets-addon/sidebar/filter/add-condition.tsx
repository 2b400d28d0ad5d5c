import { useState } from "preact/hooks";
import type { AskableField, SheetList } from "../../../core/contract/index.js";
import { Icon } from "../parts/icon.js";
import { Builder } from "./builder.js";

interface AddConditionProps {
  list: SheetList;
  brand: string;
  fields: readonly AskableField[];
  /** The query has a mistake: nothing is put behind it. */
  isBroken: boolean;
  add(term: string): void;
}

/** Opens the builder of one condition. */
export function AddCondition({ list, brand, fields, isBroken, add }: AddConditionProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="button button-text add" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="plus" />
        Add a condition
      </button>
      {isOpen && (
        <Builder
          key={list}
          list={list}
          brand={brand}
          fields={fields}
          isBroken={isBroken}
          add={add}
          close={() => setOpen(false)}
        />
      )}
    </>
  );
}
