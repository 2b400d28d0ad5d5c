import { useState } from "preact/hooks";
import type { AskableField, SheetList } from "../../../core/contract/index.js";
import { Button } from "../parts/button.js";
import { Select } from "../parts/select.js";
import { type Comparison, comparisonsOf } from "../query/comparisons.js";
import { startValue } from "./start-value.js";
import { ValueInput } from "./value-input.js";

interface BuilderProps {
  list: SheetList;
  brand: string;
  fields: readonly AskableField[];
  isBroken: boolean;
  add(term: string): void;
  close(): void;
}

/** One condition: a field, a comparison that fits its kind, and what it is compared with. */
export function Builder({ list, brand, fields, isBroken, add, close }: BuilderProps) {
  const usable = fields.filter((field) => comparisonsOf(field).length > 0);
  const [name, setName] = useState(usable[0]?.name ?? "");
  const [key, setKey] = useState("");
  const [values, setValues] = useState<readonly string[]>([]);
  const [isMissing, setMissing] = useState(false);
  const field = usable.find((each) => each.name === name) ?? usable[0];
  if (!field) return <p class="note">There is nothing to filter by.</p>;
  const comparisons = comparisonsOf(field);
  const chosen = comparisons.find((each) => each.key === key) ?? comparisons[0];
  if (!chosen) return null;
  const filled = chosen.inputs.map((input, at) => values[at] ?? startValue(input, field));
  const chooseField = (next: string) => {
    setName(next);
    setKey("");
    setValues([]);
    setMissing(false);
  };
  const compare = (next: Comparison["key"]) => {
    const before = chosen.inputs.join();
    setKey(next);
    if (comparisons.find((each) => each.key === next)?.inputs.join() !== before) setValues([]);
  };
  const submit = () => {
    const isComplete = filled.every((value) => value.trim() !== "");
    setMissing(!isComplete);
    if (!isComplete || isBroken) return;
    add(chosen.write(field.name, filled[0] ?? "", filled[1] ?? ""));
    setValues([]);
  };
  return (
    <fieldset
      class="builder"
      aria-label="New condition"
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        submit();
      }}
    >
      <Select label="Field" value={field.name} choices={usable.map(choiceOf)} onChange={chooseField} />
      <p class="note">{field.help}</p>
      <Select
        label="Comparison"
        isLabelHidden
        value={chosen.key}
        choices={comparisons.map((each) => ({ value: each.key, label: each.label }))}
        onChange={compare}
      />
      {chosen.inputs.map((input, at) => (
        <ValueInput
          key={`${field.name} ${input} ${chosen.inputs.length} ${at}`}
          input={input}
          field={field}
          list={list}
          brand={brand}
          label={labelOf(at, chosen.inputs.length)}
          value={filled[at] ?? ""}
          setValue={(value) => setValues(filled.with(at, value))}
        />
      ))}
      {(isMissing || isBroken) && (
        <p class="note note-mistake" role="alert">
          {isBroken ? "Mend the query below first." : "Fill in a value."}
        </p>
      )}
      <div class="buttons">
        <Button onClick={submit}>Add</Button>
        <Button look="text" onClick={close}>
          Close
        </Button>
      </div>
    </fieldset>
  );
}

const choiceOf = ({ name, label }: AskableField) => ({ value: name, label });

function labelOf(at: number, count: number): string {
  if (count === 1) return "Value";
  return at === 0 ? "From" : "To";
}
