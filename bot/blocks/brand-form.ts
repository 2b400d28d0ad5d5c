import type { InputBlock, ModalView } from "@slack/types";
import type { Brand, BrandSettings } from "../../core/brands/index.js";
import { cutTo, MOST, plain } from "./parts.js";

type Setting = keyof BrandSettings;

interface Asking {
  label: string;
  hint?: string;
  most: number;
  optional?: true;
}

/** How each setting of a brand is asked for. */
const BRAND_INPUTS: Readonly<Record<Setting, Asking>> = {
  name: { label: "Name", most: 80 },
  slug: { label: "Short name", hint: "What people type: letters, digits and dashes, such as glow-uk", most: 40 },
  currency: { label: "Currency", hint: "A code such as USD or GBP", most: 3 },
  country: { label: "Country", hint: "Two letters, such as US or GB: how phone numbers and dates are read", most: 2 },
  zone: { label: "Time zone", hint: "Such as America/New_York", most: 60 },
  postalAddress: {
    label: "Postal address",
    hint: "Where commercial e-mail says it comes from",
    most: 300,
    optional: true,
  },
};

/** Settings of a new brand until somebody writes others. */
const USUAL: Partial<BrandSettings> = { currency: "USD", country: "US", zone: "UTC" };

const SETTINGS = ["name", "slug", "currency", "country", "zone", "postalAddress"] as const satisfies readonly Setting[];

/** The form for a new brand, or for one that is there. */
export const brandForm = (brand?: Brand): ModalView => ({
  type: "modal",
  callback_id: "save-brand",
  private_metadata: JSON.stringify(brand ? { slug: brand.slug } : {}),
  title: plain(brand ? "Change brand" : "New brand", MOST.title),
  submit: plain("Save"),
  close: plain("Cancel"),
  blocks: SETTINGS.map((name) => inputOf(name, BRAND_INPUTS[name], (brand ?? USUAL)[name])),
});

const inputOf = (name: string, { label, hint, most, optional }: Asking, initial?: string): InputBlock => ({
  type: "input",
  block_id: name,
  label: plain(label),
  ...(hint ? { hint: plain(hint) } : {}),
  ...(optional ? { optional } : {}),
  element: {
    type: "plain_text_input",
    action_id: name,
    max_length: most,
    ...(initial ? { initial_value: cutTo(initial, most) } : {}),
  },
});
