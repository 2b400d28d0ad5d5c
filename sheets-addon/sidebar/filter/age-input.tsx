import { Select } from "../parts/select.js";
import { TextField } from "../parts/text-field.js";

const UNITS = [
  { value: "d" as const, label: "days" },
  { value: "w" as const, label: "weeks" },
  { value: "m" as const, label: "months" },
  { value: "y" as const, label: "years" },
];
type Unit = (typeof UNITS)[number]["value"];

interface AgeInputProps {
  label: string;
  /** `30d`; empty without a number. */
  value: string;
  setValue(value: string): void;
}

export function AgeInput({ label, value, setValue }: AgeInputProps) {
  const [, count = "", letter] = /^(\d*)([dwmy])$/.exec(value) ?? [];
  const unit: Unit = UNITS.find((each) => each.value === letter)?.value ?? "d";
  const write = (next: string, of: Unit) => {
    const digits = next.replace(/\D/g, "").slice(0, 4);
    setValue(digits === "" ? "" : `${digits}${of}`);
  };
  return (
    <div class="side-by-side">
      <TextField label={label} type="number" value={count} onValue={(next) => write(next, unit)} />
      <Select label="Unit" value={unit} choices={UNITS} onChange={(next) => write(count, next)} />
    </div>
  );
}
