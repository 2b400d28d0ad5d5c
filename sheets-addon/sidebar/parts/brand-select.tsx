import type { MeAnswer } from "../../../core/contract/index.js";
import { ALL } from "../app/all-brands.js";
import { Select } from "./select.js";

interface BrandSelectProps {
  brands: MeAnswer["brands"];
  /** All brands at once may be chosen. */
  hasAll?: boolean;
  value: string;
  onChange(brand: string): void;
}

export function BrandSelect({ brands, hasAll = false, value, onChange }: BrandSelectProps) {
  const choices = brands.map(({ slug, name }) => ({ value: slug, label: name }));
  const all = hasAll ? [{ value: ALL, label: "All brands" }] : [];
  const known = [...choices, ...all];
  // A brand that the person does not see any more stays as it is, by its short name.
  const missing = known.some((choice) => choice.value === value) ? [] : [{ value, label: value }];
  return <Select label="Brand" value={value} choices={[...known, ...missing]} onChange={onChange} />;
}
