import type { AskableField, SheetList } from "../../../core/contract/index.js";
import { Select } from "../parts/select.js";
import { TextField } from "../parts/text-field.js";
import type { Input } from "../query/comparisons.js";
import { AgeInput } from "./age-input.js";
import { StoredValueInput } from "./stored-value-input.js";

export interface ValueInputProps {
  input: Input;
  field: AskableField;
  list: SheetList;
  brand: string;
  label: string;
  value: string;
  setValue(value: string): void;
}

/** What a condition compares with, in the form that fits. */
export function ValueInput(props: ValueInputProps) {
  const { input, field, label, value, setValue } = props;
  switch (input) {
    case "values":
      if (!field.values) return <StoredValueInput {...props} />;
      return (
        <Select
          label={label}
          value={value}
          choices={field.values.map((each) => ({ value: each, label: each }))}
          onChange={setValue}
        />
      );
    case "age":
      return <AgeInput label={label} value={value} setValue={setValue} />;
    case "date":
      return <TextField label={label} type="date" value={value} onValue={setValue} />;
    case "number":
      return <TextField label={label} value={value} hint="Such as 500, 1.5k or 2m" maxLength={40} onValue={setValue} />;
    case "query":
      return <TextField label={label} value={value} hint="Such as tag:vip followers:>10k" onValue={setValue} />;
    case "text":
      return <TextField label={label} value={value} maxLength={200} onValue={setValue} />;
  }
}
